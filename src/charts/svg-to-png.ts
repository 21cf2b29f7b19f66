import { AssessmentError, mustBeObject, wrongArgument } from "../issues/index.ts";

/** How a picture becomes dots. */
export interface PngOptions {
  /** How many dots for one unit of the picture; 2 if it is left out, which prints well at the width of a page. */
  readonly scale?: number;
  /** Font files for a machine that has none; without any font a picture has no words. */
  readonly fontFiles?: readonly string[];
}

/**
 * An SVG as the bytes of a PNG on white, drawn by resvg, with the machine's fonts unless others are given. The
 * renderer is an optional peer that is loaded only here.
 *
 * @throws {AssessmentError} `wrong_usage` if `@resvg/resvg-js` is not installed; `malformed` for what is no SVG
 * @example
 * const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="2"/></svg>';
 * const png = await svgToPng(svg);
 * String.fromCharCode(...png.slice(1, 4)); // => "PNG"
 */
export async function svgToPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  if (typeof svg !== "string" || !svg.includes("<svg")) throw wrongArgument("svg", "SVG text", svg);
  mustBeObject(options, "options");
  const { scale = 2, fontFiles = [] } = options;
  const { Resvg } = await import("@resvg/resvg-js").catch(() => {
    throw new AssessmentError([
      {
        code: "wrong_usage",
        path: ["@resvg/resvg-js"],
        expected: ["@resvg/resvg-js to be installed (npm install @resvg/resvg-js)"],
      },
    ]);
  });
  const font = { loadSystemFonts: fontFiles.length === 0, fontFiles: [...fontFiles] };
  const picture = new Resvg(svg, { background: "white", fitTo: { mode: "zoom", value: scale }, font });
  return picture.render().asPng();
}
