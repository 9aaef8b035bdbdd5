import type { MoreWords } from './more-words.ts'

export const words: MoreWords = {
  picked: 'Ficheiros para enviar',
  removeFile: 'Remover {name}',
  openFile: 'Abrir {name}',
  uploading: 'A enviar',
  fileKind: 'Não é possível enviar {name}. Pode enviar imagens, vídeos, áudio, PDF e documentos de escritório.',
  oneTooLarge: '{name} é demasiado grande: 10 MB no máximo.',
  allTooLarge: 'Estes ficheiros juntos são demasiado grandes: 20 MB no máximo.',
  tooMany: 'No máximo 5 ficheiros de cada vez.',
  fileGone: 'O seu navegador não guardou este ficheiro. Escolha-o novamente.',
}
