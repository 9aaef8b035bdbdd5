import type { MoreWords } from './more-words.ts'

export const words: MoreWords = {
  picked: 'Arquivos para enviar',
  removeFile: 'Remover {name}',
  openFile: 'Abrir {name}',
  uploading: 'Enviando',
  fileKind: 'Não é possível enviar {name}. Você pode enviar imagens, vídeos, áudio, PDF e documentos de escritório.',
  oneTooLarge: '{name} é grande demais: no máximo 10 MB.',
  allTooLarge: 'Juntos, estes arquivos são grandes demais: no máximo 20 MB.',
  tooMany: 'No máximo 5 arquivos por vez.',
  fileGone: 'Seu navegador não guardou este arquivo. Escolha-o de novo.',
  sound: 'Som nas respostas',
  endChat: 'Encerrar chat',
  endAsk: 'Encerrar este chat? Você pode começar outro quando quiser.',
  keep: 'Continuar',
  endFailed: 'Não funcionou. Tentar de novo?',
  rate: 'Como foi este chat?',
  rates: ['Muito ruim', 'Ruim', 'Razoável', 'Bom', 'Muito bom'],
  rateComment: 'Quer acrescentar algo?',
  rateSend: 'Enviar avaliação',
  rateThanks: 'Obrigado. A equipe vai ver.',
}
