/** A colour in sRGB: channels of 0 to 255, and alpha of 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const paint = canvas.getContext('2d', { willReadFrequently: true });
const read = new Map<string, Rgba>();

/** What a computed colour, of whatever notation, comes to on screen. */
export function rgbaOf(color: string): Rgba {
  const known = read.get(color);
  if (known) return known;
  if (!paint) throw new Error('There is no canvas to read colours from.');
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = '#123456';
  paint.fillStyle = color;
  if (paint.fillStyle === '#123456') throw new Error(`The canvas does not know the colour ${color}.`);
  paint.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
  const rgba = [red, green, blue, alpha / 255] as const;
  read.set(color, rgba);
  return rgba;
}

/** What two colours come to, one laid over the other. */
export function over([red, green, blue, alpha]: Rgba, below: Rgba): Rgba {
  const mix = (upper: number, lower: number) => upper * alpha + lower * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

function luminance(color: Rgba): number {
  const [red = 0, green = 0, blue = 0] = color.slice(0, 3).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The ratio of WCAG 2, from 1 to 21, of a computed colour over what is behind it. */
export function contrastRatio(color: string, opacity: number, ground: Rgba): number {
  const [red, green, blue, alpha] = rgbaOf(color);
  const [bright = 0, dim = 0] = [
    luminance(over([red, green, blue, alpha * opacity], ground)),
    luminance(ground),
  ].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}
