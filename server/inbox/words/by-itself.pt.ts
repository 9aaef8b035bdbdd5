import type { byItselfEn } from './by-itself.en.ts'

export const byItselfPt: typeof byItselfEn = {
  byItself: {
    minutes: (n) => (n === 1 ? '1 minuto' : `${n} minutos`),
    hours: (n) => (n === 1 ? '1 hora' : `${n} horas`),
    days: (n) => (n === 1 ? '1 dia' : `${n} dias`),
    close: 'Fechar automaticamente',
    closeText:
      'Fecha tickets em que a última palavra foi sua e nada voltou. Nunca um adiado, nem um que espera por você.',
    closeOn: 'Fechar tickets em silêncio',
    closeOnHelp: 'Desligado: só você e os clientes fecham tickets.',
    after: 'Fechar após silêncio de',
    before: 'Avisar com antecedência de',
    warning: 'Aviso',
    warningHelp:
      '{{organization}} é o nome da loja, {{email}} o endereço de ajuda. Só vai para onde você mesmo poderia escrever. Vazio: sem aviso.',
    old: (period) => `O que já está em silêncio há tanto tempo ao ligar fecha ${period} depois, sem aviso.`,
    oldNow: (n, more, period) =>
      n === 1 && !more
        ? `1 ticket já está em silêncio há tanto tempo. Fecha ${period} depois de salvar, sem aviso.`
        : `${more ? 'Mais de ' : ''}${n} tickets já estão em silêncio há tanto tempo. Fecham ${period} depois de salvar, sem aviso.`,
    gets: (before) => `${before} antes de fechar, o cliente recebe:`,
    getsNothing: 'O cliente não recebe aviso.',
    followUp: 'E-mail de acompanhamento',
    followUpText:
      'Quem saiu da loja e não vê a sua resposta em 3 minutos recebe um e-mail com ela, uma vez por conversa. A resposta volta para o chat.',
    from: 'Endereço do remetente',
    fromHelp: (address) =>
      `Um endereço do seu próprio domínio. Vazio: ${address === '' ? 'o primeiro endereço de suporte, quando houver um' : address}.`,
    needsMail: 'Nenhum e-mail pode sair ainda: configure primeiro o E-mail.',
    acknowledge: 'Confirmação de recebimento',
    acknowledgeText:
      'Diz a quem escreve um novo e-mail que ele chegou, no máximo uma vez por dia a cada remetente. Nunca a máquinas, listas e devoluções.',
    acknowledgeOn: 'Confirmar novos e-mails',
    acknowledgeOnHelp: 'Desligado: os clientes têm notícias quando alguém responde.',
    subject: 'Assunto',
    subjectHelp: (shop) => `Vazio: ${shop}. O que o cliente escreveu nunca é repetido.`,
    text: 'Texto',
    textHelp: '{{organization}} é o nome da loja, {{email}} o endereço de ajuda.',
    nowGets: 'Quem escreve um novo e-mail agora recebe:',
    nowNothing: 'Quem escreve agora não recebe confirmação.',
  },
}
