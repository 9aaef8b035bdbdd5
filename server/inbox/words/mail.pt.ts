import type { mailEn } from './mail.en.ts'

/** Português: e-mails na conversa. */
export const mailPt: typeof mailEn = {
  mail: {
    unfold: 'Mostrar o texto citado',
    fold: 'Recolher o texto citado',
    show: 'Mostrar o original',
    original: 'E-mail sem assunto',
    page: 'O e-mail',
    empty: 'Este e-mail não tem texto.',
    from: 'De',
    to: 'Para',
    cc: 'Cópia',
    at: 'Data',
    held: (n) => (n === 1 ? '1 imagem de fora não foi carregada.' : `${n} imagens de fora não foram carregadas.`),
    heldWhy: 'Ao carregar, o remetente fica sabendo que e onde você lê o e-mail.',
    load: 'Carregar imagens',
  },
}
