import type { filesEn } from './files.en.ts'

/** Português: o que vem com as mensagens. */
export const filesPt: typeof filesEn = {
  files: {
    kind: {
      picture: 'Imagem',
      video: 'Vídeo',
      audio: 'Áudio',
      file: 'Arquivo',
      story_reply: 'Resposta ao seu story',
      story_mention: 'Menção em um story',
    },
    story: { reply: 'Respondeu ao seu story', mention: 'Mencionou você em um story' },
    coming: {
      picture: 'A imagem está a caminho',
      video: 'O vídeo está a caminho',
      audio: 'A caminho',
      file: 'A caminho',
    },
    lost: {
      gone: 'Não existe mais: o provedor não tem mais o arquivo.',
      too_large: 'Não baixado: maior que 25 MB.',
      not_allowed: 'Não baixado: o provedor não entregou o arquivo.',
      unreachable: 'Não baixado: não foi possível falar com o provedor.',
    },
    enlarge: (name) => `Ampliar imagem: ${name}`,
    save: 'Salvar arquivo',
    attach: 'Anexar arquivos',
    remove: (name) => `Remover ${name}`,
    sending: 'Enviando …',
    problem: (name, why) => `${name}: ${why}`,
  },
}
