import type { satisfactionEn } from './satisfaction.en.ts'

export const satisfactionPt: typeof satisfactionEn = {
  satisfaction: {
    score: ['muito ruim (1 de 5)', 'ruim (2 de 5)', 'razoável (3 de 5)', 'bom (4 de 5)', 'muito bom (5 de 5)'],
    rated: (customer, score) => `${customer} avaliou esta conversa: ${score}`,
    saying: (line, comment) => `${line}, “${comment}”`,
    title: 'Depois do fim',
    ask: 'Perguntar como foi',
    askHelp:
      'Quando termina um chat ou um ticket de e-mail que alguém da equipe respondeu, o cliente é perguntado: cinco rostos e espaço para algumas palavras. Na janela do chat, enquanto está na loja; senão, e nos tickets de e-mail, por um único e-mail alguns minutos depois. No máximo uma vez em 30 dias por cliente.',
  },
}
