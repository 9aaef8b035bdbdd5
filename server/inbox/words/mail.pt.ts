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
  notify: {
    lead: 'Quem fica sabendo do que acontece no seu atendimento. O que cada pessoa ouve no próprio navegador, ela mesma escolhe em “Suas preferências”.',
    channels: 'De mensagens por',
    noChannel: 'Nenhum canal está marcado: ninguém é avisado por e-mail.',
    title: 'Avisar a equipe por e-mail',
    help: 'Cada nova mensagem também vai para estes endereços, no máximo uma vez por minuto e ticket. Nada é enviado para spam, clientes bloqueados, e-mails automáticos ou enquanto alguém está com o ticket aberto.',
    nobody: 'Ninguém é avisado por e-mail.',
    address: (n) => `Endereço avisado ${n}`,
    add: 'Adicionar um endereço',
    remove: (address) => `Não avisar mais ${address || 'este endereço'}`,
  },
}
