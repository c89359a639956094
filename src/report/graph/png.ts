import { Resvg } from '@resvg/resvg-js';

/** Pixels for each of the SVG's, so that text stays sharp. */
const SCALE = 2;
const fonts = ['400Regular', '600SemiBold'].map((weight) =>
  require.resolve(`@expo-google-fonts/arimo/${weight}/Arimo_${weight}.ttf`),
);

/** An SVG of `svg.ts` as PNG. Latin text needs no font of the machine's. */
export function png(svg: string): Buffer {
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontFiles: fonts, loadSystemFonts: true, defaultFontFamily: 'Arimo' },
  });
  return image.render().asPng();
}
