import type { MoreWords } from './more-words.ts'

export const words: MoreWords = {
  picked: 'Dateien zum Senden',
  removeFile: '{name} entfernen',
  openFile: '{name} öffnen',
  uploading: 'Wird gesendet',
  fileKind: '{name} kann nicht gesendet werden. Möglich sind Bilder, Videos, Audio, PDF und Office-Dokumente.',
  oneTooLarge: '{name} ist zu groß: höchstens 10 MB.',
  allTooLarge: 'Diese Dateien sind zusammen zu groß: höchstens 20 MB.',
  tooMany: 'Höchstens 5 Dateien auf einmal.',
  fileGone: 'Dein Browser hat diese Datei nicht behalten. Bitte wähle sie noch einmal aus.',
  sound: 'Ton bei Antworten',
  endChat: 'Chat beenden',
  endAsk: 'Diesen Chat beenden? Du kannst jederzeit einen neuen beginnen.',
  keep: 'Weiter chatten',
  endFailed: 'Das hat nicht geklappt. Noch einmal versuchen?',
  rate: 'Wie war dieser Chat?',
  rates: ['Sehr schlecht', 'Schlecht', 'Geht so', 'Gut', 'Sehr gut'],
  rateComment: 'Möchtest du etwas dazu sagen?',
  rateSend: 'Bewertung senden',
  rateThanks: 'Danke. Das Team sieht es.',
}
