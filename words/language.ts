/** Languages in which the lab speaks to people. */
export type Language = 'en' | 'zh';

/** A text in every language. */
export type InEach = Readonly<Record<Language, string>>;
