import type { newsEn } from './news.en.ts'

export const newsPt: typeof newsEn = {
  news: {
    title: {
      message: (customer) => `${customer} escreveu`,
      unassigned: (customer) => `${customer} escreveu, ainda sem responsável`,
      snooze: (customer) => `${customer} voltou: o adiamento terminou`,
      mention: (colleague) => `${colleague} mencionou você`,
    },
    example: 'É assim que aparece',
    exampleText: 'Um clique nela abre o ticket.',
  },
  preferences: {
    title: 'Suas preferências',
    lead: 'Só para você, em todo computador em que entrar. As mudanças valem na hora.',
    notices: 'Notificações',
    messages: 'Novas mensagens',
    messagesOf: {
      none: 'Nenhuma',
      mine: 'Dos meus tickets',
      mine_and_unassigned: 'Dos meus tickets e dos que ninguém tem',
    },
    mentions: 'Notas que me mencionam',
    mentionsHelp: 'Seja de quem for o ticket.',
    never: 'Nunca de um ticket que está à sua frente, de spam ou de clientes bloqueados.',
    browser: 'Notificações do navegador',
    browserHelp: 'Também enquanto você trabalha em outro programa. Só enquanto esta página está aberta.',
    notAsked: 'Este navegador ainda não foi perguntado.',
    allow: 'Permitir aqui',
    blocked: 'Este navegador as bloqueia para esta página. Permita ao lado do endereço, e valem na hora.',
    missing: 'Este navegador não pode mostrá-las aqui: não as tem, ou a página não tem https.',
    granted: 'Este navegador as permite.',
    tryIt: 'Mostrar uma',
    sound: 'Som',
    soundHelp: 'Duas notas curtas, só em uma aba.',
    listen: 'Ouvir',
    keyboard: 'Teclado',
    singleKeys: 'Teclas simples',
    singleKeysHelp: 'Como j, k, r, e. Desligado: fora dos campos, só Enter, Esc e Ctrl K fazem algo.',
    allKeys: 'Mostrar todas as teclas',
  },
}
