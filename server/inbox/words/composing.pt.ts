import type { composingEn } from './composing.en.ts'

export const composingPt: typeof composingEn = {
  composing: {
    crossed: (names, people) => `${names} ${people > 1 ? 'responderam' : 'respondeu'} enquanto você escrevia:`,
    crossedSomebody: 'Alguém da equipe respondeu enquanto você escrevia.',
    crossedAsk: (button) => `Ainda não enviada. “${button}” envia a sua mesmo assim; ou edite antes.`,
    notSent: 'A sua não foi enviada:',
    edit: 'Editar',
    discardMine: 'Descartar a minha',
    macros: 'Macros',
    macrosButton: 'Macros (/)',
    coupon: 'Cupom',
    couponCode: 'Código',
    couponHelp: 'O cliente pode copiá-lo. Ele precisa existir na sua loja.',
    couponWrong: 'Um código tem de 3 a 40 letras, números, - ou _.',
    couponLately: 'Usados há pouco',
    couponText: 'Palavras antes dele, se quiser',
    couponExample: '10 % no seu próximo pedido:',
    couponInsert: 'Inserir',
    kinds: 'O que você escreve',
    note: 'Nota',
    draft: 'Rascunho',
    writeNote: 'Escrever uma nota',
    useMacro: 'Usar uma macro, ao escrever',
    addNote: 'Adicionar nota',
    onlyTeam: 'Só a sua equipe vê isto',
    notePlaceholder: 'Escreva uma nota. @ menciona um colega',
    noteBy: (name) => `${name}, nota interna`,
    colleagues: 'Colegas',
    suggestions: (n) => (n === 1 ? '1 sugestão' : `${n} sugestões`),
    noFilesWithNotes: 'Notas não levam arquivos. Anexe-os a uma resposta.',
    mentioned: (name, text) => `${name} mencionou você: ${text}`,
    newsMeanwhile: (name, n) =>
      n === 1
        ? `${name} escreveu de novo desde que você começou.`
        : `${name} escreveu ${n} mensagens desde que você começou.`,
  },
}
