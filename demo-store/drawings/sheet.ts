export type Stop = readonly [at: number, colour: string, opacity?: number]

const stopsOf = (stops: readonly Stop[]): string =>
  stops
    .map(([at, colour, opacity = 1]) =>
      colour.startsWith('.')
        ? `<stop offset="${at}" class="${colour.slice(1)}"/>`
        : `<stop offset="${at}" stop-color="${colour}"${opacity < 1 ? ` stop-opacity="${opacity}"` : ''}/>`,
    )
    .join('')

/** Rounds to a tenth: pictures stay small and look the same. */
export const n = (value: number): number => Math.round(value * 10) / 10

/** One sheet of paper: collects the gradients and clips that a drawing needs and hands out their names. */
export class Sheet {
  #defs: string[] = []

  #add(make: (id: string) => string): string {
    const id = `d${this.#defs.length}`
    this.#defs.push(make(id))
    return `url(#${id})`
  }

  /** Along a line in shares of the shape's own box: across by default. */
  linear(stops: readonly Stop[], way: readonly [number, number, number, number] = [0, 0, 1, 0]): string {
    const [x1, y1, x2, y2] = way
    return this.#add(
      (id) =>
        `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`,
    )
  }

  radial(stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5): string {
    return this.#add(
      (id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`,
    )
  }

  clip(path: string): string {
    return this.#add((id) => `<clipPath id="${id}"><path d="${path}"/></clipPath>`)
  }

  blur(amount: number): string {
    return this.#add(
      (id) =>
        `<filter id="${id}" x="-50%" y="-80%" width="200%" height="260%"><feGaussianBlur stdDeviation="${amount}"/></filter>`,
    )
  }

  /** Warp and weft of a cloth, to be laid over its colour. */
  weave(): string {
    return this.#add(
      (id) =>
        `<pattern id="${id}" width="3" height="3" patternUnits="userSpaceOnUse"><path d="M0 .5h3M0 2h3" stroke="#fff" stroke-opacity=".13" stroke-width=".7"/><path d="M.5 0v3M2 0v3" stroke="#1d1418" stroke-opacity=".09" stroke-width=".7"/></pattern>`,
    )
  }

  defs(): string {
    return `<defs>${this.#defs.join('')}</defs>`
  }
}

/** A row of numbers in [0, 1) that is the same every time: speckles must not dance between two visits. */
export const dice = (seed: number): (() => number) => {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
