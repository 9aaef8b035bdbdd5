import type { macrosEn } from './macros.en.ts'

export const macrosPt: typeof macrosEn = {
  noCategory: 'Outras',
  empty: 'Sem palavras: só faz o que está escolhido abaixo.',
  after: 'No envio:',
  without: (what) => `Sem: ${what}`,
  enter: 'Enter insere, Esc volta',
  variable: {
    'customer.first_name': 'primeiro nome do cliente',
    'customer.name': 'nome do cliente',
    'agent.first_name': 'seu primeiro nome',
    'agent.name': 'seu nome',
    'ticket.number': 'número do ticket',
    'order.number': 'número do pedido',
    'shop.name': 'nome da loja',
  },
  lacks: (what) => `Não se sabe: ${what}.`,
  value: (what) => `Valor: ${what}`,
  fill: 'Preencher',
  leaveOut: 'Deixar de fora',
  fillFirst: 'Ainda não enviada. Preencha ou deixe de fora o que falta.',
  does: {
    tag: (name) => `põe a tag ${name}`,
    assignMe: 'assume o ticket',
    assignNobody: 'devolve a Não atribuídos',
    assign: (name) => `atribui a ${name}`,
    gone: 'alguém que saiu',
    high: 'põe prioridade alta',
    normal: 'põe prioridade normal',
    close: 'fecha o ticket',
    snooze: { later: 'adia por 3 horas', tomorrow: 'adia até amanhã às 9:00', week: 'adia por uma semana' },
  },
}
