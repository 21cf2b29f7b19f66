export { chartToSvg } from "./chart-to-svg.ts";
export type { PngOptions } from "./svg-to-png.ts";
export { svgToPng } from "./svg-to-png.ts";
