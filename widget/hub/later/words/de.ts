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
  fileGone: 'Ihr Browser hat diese Datei nicht behalten. Bitte wählen Sie sie noch einmal aus.',
}
