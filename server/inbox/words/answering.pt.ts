import type { answeringEn } from './answering.en.ts'
import { failuresPt } from './failures.pt.ts'

export const answeringPt: typeof answeringEn = {
  delivery: {
    queued: 'Aguarda o envio',
    unknown: 'Não se sabe se foi enviada. Ela não é reenviada sozinha.',
    sent: 'Enviada',
    failed: 'Não entregue',
    delivered: 'Entregue',
    read: 'Lida',
    why: (words) => failuresPt[words] ?? words,
    at: (state, time) => `${state} ${time}`,
  },
  answering: {
    way: (channel) => `Canal da resposta: ${channel}. Mudar`,
    left: (time) => `faltam ${time} para responder`,
    afterThat: (name) => `Depois disso, ${name} tem de escrever primeiro.`,
    segments: (n, left) => `${n} SMS, espaço para ${left === 1 ? 'mais 1 caractere' : `mais ${left}`}`,
    oddSign: (sign) => `Com “${sign}” um SMS comporta menos da metade.`,
    opensAgain: 'Este ticket está fechado. Sua resposta o reabre.',
    night: (time, name) => `São ${time} onde está ${name}.`,
    nightAgain: (button) => `Ainda não foi enviada. “${button}” envia-a a esta hora.`,
    sendAnyway: 'Enviar mesmo assim',
    over: 'As 24 horas para responder terminaram',
    overText: (name, channel) => `${channel} permite responder de novo assim que ${name} escrever.`,
    noConsent: (name, channel) => `${name} não pode receber ${channel} de vocês`,
    noConsentText: (name) =>
      `Não há consentimento, nem para marketing nem para mensagens de pedidos. ${name} consente escrevendo JOIN ou START.`,
    optedOut: (name, channel) => `${name} recusou ${channel} com STOP`,
    optedOutText: (name) => `Pode responder de novo assim que ${name} escrever START.`,
    noAddress: 'Nenhum endereço de e-mail conhecido',
    noAddressText: (name) => `Pode responder assim que ${name} escrever um no chat, numa mensagem só com ele.`,
    newerTitle: 'Esta conversa continuou em outro lugar',
    newerText: (name) => `${name} tem um ticket mais recente neste canal. Responda lá.`,
    showOthers: 'Mostrar os outros tickets',
    notBy: (channel) => `Sem resposta por ${channel}`,
  },
}
