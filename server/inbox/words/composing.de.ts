import type { composingEn } from './composing.en.ts'

export const composingDe: typeof composingEn = {
  composing: {
    crossed: (names, people) => `${names} ${people > 1 ? 'haben' : 'hat'} geantwortet, während Sie geschrieben haben:`,
    crossedSomebody: 'Jemand aus dem Team hat geantwortet, während Sie geschrieben haben.',
    crossedAsk: (button) =>
      `Noch nicht gesendet. „${button}“ sendet Ihre Antwort trotzdem; oder ändern Sie sie vorher.`,
    notSent: 'Ihre Antwort wurde nicht gesendet:',
    edit: 'Bearbeiten',
    discardMine: 'Meine verwerfen',
    newsMeanwhile: (name, n) =>
      n === 1
        ? `${name} hat inzwischen noch etwas geschrieben.`
        : `${name} hat inzwischen ${n} Nachrichten geschrieben.`,
  },
}
