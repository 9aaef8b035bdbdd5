import { topicNames } from '../../protocol/topic-names.ts'
import type { automationEn } from './automation.en.ts'

export const automationPt: typeof automationEn = {
  automation: {
    spam: 'Spam',
    spamHelp:
      'As mensagens de desconhecidos são verificadas. O que é marcado fica no Spam: ninguém é avisado e nada é respondido. Nunca se esconde nada de clientes a quem alguém de vocês já respondeu, que compraram ou que têm sessão iniciada. O chat da loja nunca é verificado. “Spam” e “Não é spam” num ticket ensinam o filtro.',
    scan: (c) => `Verificar ${c}`,
    tags: 'Tags automáticas',
    tagsHelp:
      'O desk lê o que o cliente escreve e põe tags no ticket. As que você retira não voltam, e as suas correções ensinam o desk.',
    on: 'Pôr tags conforme o assunto',
    onHelp: 'Desligado: só vocês põem tags.',
    names: 'Nomes das novas tags',
    namesHelp:
      'Em que língua se chama uma tag quando é precisa pela primeira vez. Pode mudar o nome em Equipes e tags.',
    topics: 'Assuntos',
    topicsHelp: 'Que assuntos recebem uma tag',
    topic: topicNames.pt,
  },
}
