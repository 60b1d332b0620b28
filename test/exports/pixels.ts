import { createCanvas, loadImage } from "@napi-rs/canvas";

/** The lightness of every pixel of a part of a picture, 0 to 255: what is left of it without colour. */
export async function lightness(png: Uint8Array, x: number, y: number, width: number, height: number) {
  const image = await loadImage(Buffer.from(png));
  const pen = createCanvas(width, height).getContext("2d");
  pen.drawImage(image, -x, -y);
  return greys(pen.getImageData(0, 0, width, height).data);
}

/** Lightness from pixels of red, green, blue and opacity. */
export function greys(data: Uint8ClampedArray): readonly number[] {
  return Array.from({ length: data.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  });
}

/** The share of pixels that differ by more than the softening of an edge. */
export function differing(one: readonly number[], other: readonly number[]): number {
  return one.filter((value, index) => Math.abs(value - (other[index] ?? 0)) > 40).length / one.length;
}
