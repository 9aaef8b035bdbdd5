/** A short sound of two notes, made here: no file to load. */
export type Bell = {
  /** Browsers keep a page silent until somebody has clicked or typed in it. */
  mayRing(): boolean
  ring(): void
}

const notes = [
  { hertz: 660, after: 0 },
  { hertz: 880, after: 0.12 },
] as const
const lasts = 0.28
const loud = 0.12

export function createBell(
  view: Pick<Window & typeof globalThis, 'navigator'> & { AudioContext?: typeof AudioContext },
): Bell {
  let audio: AudioContext | null = null
  return {
    mayRing: () => view.AudioContext !== undefined && (view.navigator.userActivation?.hasBeenActive ?? true),
    ring() {
      if (view.AudioContext === undefined) return
      audio ??= new view.AudioContext()
      void audio.resume()
      for (const { hertz, after } of notes) {
        const tone = new OscillatorNode(audio, { frequency: hertz })
        const volume = new GainNode(audio, { gain: 0 })
        const from = audio.currentTime + after
        // Swells and fades, or it would click.
        volume.gain.setValueAtTime(0, from)
        volume.gain.linearRampToValueAtTime(loud, from + 0.02)
        volume.gain.exponentialRampToValueAtTime(0.001, from + lasts)
        tone.connect(volume).connect(audio.destination)
        tone.start(from)
        tone.stop(from + lasts)
      }
    },
  }
}
