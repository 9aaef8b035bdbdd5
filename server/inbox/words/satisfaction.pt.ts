import type { satisfactionEn } from './satisfaction.en.ts'

export const satisfactionPt: typeof satisfactionEn = {
  satisfaction: {
    score: ['', 'muito ruim', 'ruim', 'razoável', 'bom', 'muito bom'],
    rated: (customer, score, n) => `${customer} avaliou esta conversa: ${score} (${n} de 5)`,
    saying: (line, comment) => `${line}, “${comment}”`,
    title: 'Depois do fim',
    ask: 'Perguntar como foi',
    askHelp:
      'Quando termina um chat que alguém da equipe respondeu, a janela pergunta: cinco rostos e espaço para algumas palavras. No máximo uma vez em 30 dias por cliente.',
  },
}
