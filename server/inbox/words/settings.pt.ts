import type { settingsEn } from './settings.en.ts'

/** Português: configurações. */
export const settingsPt: typeof settingsEn = {
  settings: {
    title: 'Configurações',
    nav: 'Configurações',
    form: 'Formulário das configurações',
    general: 'Geral',
    channels: 'Canais',
    webChat: 'Chat do site',
    whatIf: 'O que aconteceria?',
    members: 'Equipe',
    failed: 'Não foi possível carregar as configurações',
    notAllowed: 'As configurações são para proprietários e admins',
    notAllowedText: 'Peça a um deles se algo precisar mudar.',
    changes: (n) => (n === 1 ? '1 alteração' : `${n} alterações`),
    kept: 'ainda não salvas, guardadas neste navegador',
    discard: 'Descartar',
    save: 'Salvar',
    saving: 'Salvando …',
    saved: 'Salvo.',
    fix: (n) => (n === 1 ? '1 campo precisa de atenção' : `${n} campos precisam de atenção`),
    conflict: 'Alguém salvou nesse meio-tempo. A versão dessa pessoa foi carregada e suas alterações continuam aqui.',
    conflictFields: (fields) => `Alterado por ambos: ${fields}. No formulário está a sua versão.`,
    invalid: 'Isto não é válido.',
    invalidUrl: 'Informe um endereço completo, começando com https://.',
    invalidOrigin: 'Só o começo, como https://shop.example, sem caminho.',
    invalidMail: 'Insira um endereço de e-mail.',
    invalidColour: 'Seis dígitos depois de #, como #2458c6.',
    missing: 'Preencha este campo.',
    unknownZone: 'Este fuso horário não é conhecido.',
  },
}
