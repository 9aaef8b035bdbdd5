import { type Colour, png } from './png.ts'

/** How far a point lies outside of a shape; negative inside. */
type Shape = (x: number, y: number) => number
type Layer = readonly [Shape, Colour]

const circle =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius
const ring =
  (cx: number, cy: number, radius: number, width: number): Shape =>
  (x, y) =>
    Math.abs(circle(cx, cy, radius)(x, y)) - width / 2
const box =
  (cx: number, cy: number, width: number, height: number, round: number): Shape =>
  (x, y) => {
    const [dx, dy] = [Math.abs(x - cx) - width / 2 + round, Math.abs(y - cy) - height / 2 + round]
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round
  }
/** A line through points, like a crack. */
const line =
  (width: number, ...points: readonly (readonly [number, number])[]): Shape =>
  (x, y) =>
    Math.min(
      ...points.slice(1).map(([bx, by], at) => {
        const [ax, ay] = points[at] ?? [bx, by]
        const long = (bx - ax) ** 2 + (by - ay) ** 2
        const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long))
        return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
      }),
    ) -
    width / 2

const mix = (one: Colour, other: Colour, share: number): Colour => {
  const at = (part: 0 | 1 | 2) => Math.round(one[part] + (other[part] - one[part]) * share)
  return [at(0), at(1), at(2)]
}

/** Shapes on a table, drawn with soft edges. The picture is four wide and three high; `x` runs to 4/3. */
const draw = (wall: Colour, table: Colour, ...layers: readonly Layer[]): Buffer =>
  png(480, 360, (left, y) => {
    const x = (left * 4) / 3
    const ground = mix(mix(wall, [255, 255, 255], 0.25 * (1 - y)), table, Math.min(1, Math.max(0, (y - 0.66) * 120)))
    return layers.reduce((below, [shape, colour]) => {
      const inside = Math.min(1, Math.max(0, 0.5 - shape(x, y) * 360))
      return mix(below, colour, inside)
    }, ground)
  })

const clay: Colour = [184, 96, 62]
const paper: Colour = [247, 243, 236]

export type SamplePicture = { id: string; name: string; words: string; draw: () => Buffer }

/** What people here have on their phones. */
export const samplePictures: readonly SamplePicture[] = [
  {
    id: 'mug',
    name: 'cracked-mug.png',
    words: 'A mug with a crack',
    draw: () =>
      draw(
        [196, 210, 214],
        [150, 128, 104],
        [box(0.68, 0.79, 0.56, 0.05, 0.025), [122, 102, 82]],
        [ring(0.9, 0.54, 0.13, 0.045), [52, 96, 128]],
        [box(0.65, 0.54, 0.44, 0.5, 0.06), [64, 112, 146]],
        [box(0.53, 0.54, 0.06, 0.4, 0.03), [108, 152, 182]],
        [line(0.012, [0.7, 0.29], [0.66, 0.42], [0.73, 0.5], [0.67, 0.62], [0.72, 0.7]), [22, 34, 46]],
        [line(0.008, [0.73, 0.5], [0.81, 0.55]), [22, 34, 46]],
      ),
  },
  {
    id: 'parcel',
    name: 'dented-parcel.png',
    words: 'A dented parcel',
    draw: () =>
      draw(
        [214, 206, 190],
        [128, 134, 138],
        [box(0.66, 0.84, 0.84, 0.05, 0.025), [104, 110, 114]],
        [box(0.66, 0.56, 0.76, 0.52, 0.02), [190, 146, 96]],
        [box(0.66, 0.56, 0.1, 0.52, 0), [214, 178, 130]],
        [circle(1.03, 0.3, 0.13), [214, 206, 190]],
        [line(0.014, [0.9, 0.34], [0.96, 0.44], [1.04, 0.46]), [142, 102, 60]],
        [box(0.44, 0.68, 0.2, 0.12, 0.01), paper],
        [line(0.012, [0.38, 0.66], [0.5, 0.66]), [90, 90, 90]],
        [line(0.012, [0.38, 0.7], [0.47, 0.7]), [90, 90, 90]],
      ),
  },
  {
    id: 'bowl',
    name: 'our-table.png',
    words: 'A bowl on the table',
    draw: () =>
      draw(
        [226, 214, 196],
        [176, 140, 104],
        [circle(1.02, 0.26, 0.11), [244, 222, 170]],
        [box(0.64, 0.8, 0.6, 0.05, 0.025), [140, 108, 78]],
        [(x, y) => Math.max(circle(0.64, 0.46, 0.32)(x, y), 0.46 - y), clay],
        [box(0.64, 0.47, 0.64, 0.04, 0.02), [214, 132, 96]],
        [circle(0.5, 0.42, 0.08), [216, 169, 61]],
        [circle(0.68, 0.4, 0.09), [201, 152, 47]],
        [box(0.64, 0.47, 0.64, 0.04, 0.02), [214, 132, 96]],
      ),
  },
]

/** The picture of the shop's story, which people answer. */
export const storyPicture: SamplePicture = {
  id: 'story',
  name: 'story.png',
  words: 'The shop’s story',
  draw: () =>
    draw(
      [39, 90, 123],
      [24, 62, 88],
      [circle(0.66, 0.44, 0.26), [247, 232, 206]],
      [circle(0.66, 0.44, 0.19), clay],
      [line(0.03, [0.2, 0.8], [0.45, 0.76], [0.7, 0.82], [1.1, 0.77]), [143, 192, 222]],
    ),
}

const drawn = new Map<string, Buffer>()

/** Drawn when it is first wanted. */
export const pictureBytes = (picture: SamplePicture): Buffer => {
  const bytes = drawn.get(picture.id) ?? picture.draw()
  drawn.set(picture.id, bytes)
  return bytes
}
