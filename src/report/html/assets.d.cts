/** The report's page: its program and its style, each made one text. */
export function pageAssets(): { readonly script: string; readonly style: string };
