import type { bulkEn } from './bulk.en.ts'

/** Frases em português sobre o que se faz com muitos tickets de uma vez. */
export const bulkPt: typeof bulkEn = {
  bulk: {
    label: 'Tickets selecionados',
    choose: 'Selecionar vários',
    pick: (name, number) => `Selecionar ${name}, ticket ${number}`,
    selected: (n) => (n === 1 ? '1 selecionado' : `${n} selecionados`),
    counting: 'Contando …',
    none: 'Não selecionar nenhum',
    pickLoaded: 'Selecionar todos os carregados',
    pickAll: 'Selecionar todos que correspondem, também mais abaixo',
    tooMany: (most) => `Um a um, no máximo ${most}. Selecione todos que correspondem.`,
    read: 'Marcar como lido',
    ask: {
      close: (n) => (n === 1 ? 'Fechar 1 ticket?' : `Fechar ${n} tickets?`),
      reopen: (n) => (n === 1 ? 'Reabrir 1 ticket?' : `Reabrir ${n} tickets?`),
      snooze: (n) => (n === 1 ? 'Adiar 1 ticket?' : `Adiar ${n} tickets?`),
      wake: (n) => (n === 1 ? 'Acordar 1 ticket?' : `Acordar ${n} tickets?`),
      assign: (n) => (n === 1 ? 'Atribuir 1 ticket?' : `Atribuir ${n} tickets?`),
      tag: (n) => (n === 1 ? 'Alterar as etiquetas de 1 ticket?' : `Alterar as etiquetas de ${n} tickets?`),
      priority: (n) => (n === 1 ? 'Alterar a prioridade de 1 ticket?' : `Alterar a prioridade de ${n} tickets?`),
      spam: (n) => (n === 1 ? 'Alterar se 1 ticket é spam?' : `Alterar se ${n} tickets são spam?`),
      read: (n) => (n === 1 ? 'Marcar 1 ticket como lido?' : `Marcar ${n} tickets como lidos?`),
      unread: (n) => (n === 1 ? 'Marcar 1 ticket como não lido?' : `Marcar ${n} tickets como não lidos?`),
    },
    chats: (n, chats) =>
      n === 1
        ? 'É um chat, que não pode ser reaberto.'
        : chats === 1
          ? `${n} tickets, 1 deles um chat, que não pode ser reaberto.`
          : `${n} tickets, ${chats} deles chats, que não podem ser reabertos.`,
    wayBack: 'Exatamente estes são alterados, aconteça o que acontecer. Depois você pode desfazer.',
    under: (done, total) => `${done} de ${total} feitos …`,
    undoing: (done, total) => `${done} de ${total} desfeitos …`,
    did: {
      close: (n) => `${n} fechados.`,
      reopen: (n) => `${n} reabertos.`,
      snooze: (n) => `${n} adiados.`,
      wake: (n) => `${n} acordados.`,
      assign: (n) => `${n} atribuídos.`,
      tag: (n) => `${n} com outras etiquetas.`,
      priority: (n) => `${n} com outra prioridade.`,
      spam: (n) => (n === 1 ? 'Spam alterado em 1 ticket.' : `Spam alterado em ${n} tickets.`),
      read: (n) => `${n} marcados como lidos.`,
      unread: (n) => `${n} marcados como não lidos.`,
    },
    already: (n) => (n === 1 ? '1 já estava assim.' : `${n} já estavam assim.`),
    skipped: (n, why) => `${n} de fora: ${why}`,
    undone: (n) => (n === 1 ? '1 está como antes.' : `${n} estão como antes.`),
    undoneKept: (n, kept) => `${n} como antes; ${kept} ficam: alterados desde então ou sem volta.`,
  },
}
