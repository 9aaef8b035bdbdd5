import type { installEn } from './install.en.ts'

/** A página «Instalação». */
export const installPt: typeof installEn = {
  install: {
    lead: 'O que entra na sua loja, já com os endereços deste desk, e uma verificação que diz o que ainda falta.',
    failed: 'Não foi possível carregar a página',
    page: 'Em todas as páginas da loja',
    pageText:
      'Uma tag de script e algumas linhas em um script seu. As linhas dizem ao hub onde perguntar quem entrou na conta; para visitantes vem null.',
    tag: 'Tag de script',
    script: 'Qual script',
    newest: 'Sempre o mais novo',
    pinned: 'Fixado, com hash (SRI)',
    pinnedText:
      'Os navegadores só o executam se for exatamente este script. Troque a tag a cada atualização do desk: o script antigo deixa de existir.',
    lines: 'Em um script seu',
    policy: 'Se a sua loja envia uma Content Security Policy',
    policyText: 'Acrescente estas fontes às diretivas dela. Nada é escrito dentro da página.',
    policyLine: 'Linha para a Content Security Policy',
    server: 'No servidor da sua loja',
    serverText:
      'O seu servidor assina quem entrou na conta; a palavra de um navegador não vale nada. SHOP_SECRET fica nas configurações do servidor deste desk e nunca em uma página. Responda a POST com { "token": … }, a visitantes com { "token": null }, e não deixe ninguém guardar a resposta.',
    shopId: 'O identificador da sua loja, aud no token',
    language: 'Linguagem',
    shopify: 'Shopify',
    shopifyOn: (shop) => `Este desk responde ao app proxy de ${shop}. Informe lá:`,
    shopifyOff:
      'Em uma loja da Shopify ninguém precisa assinar nada: o app proxy diz ao desk quem entrou na conta. Defina SHOPIFY_SHOP e SHOPIFY_APP_SECRET no servidor do desk e ative a incorporação do app.',
    shopifyProxy: 'URL do proxy do app',
    shopifyMore: 'Todos os passos estão em demo-store/shopify/README.md, ao lado da própria incorporação do app.',
    copy: 'Copiar',
    copyOf: (name) => `Copiar: ${name}`,
    check: 'Verificar minha loja',
    checkText: 'O desk abre a página como um visitante e consulta o que ele mesmo já viu da sua loja.',
    address: 'Endereço de uma página da sua loja',
    addressHelp: 'Por exemplo, a página inicial, com https:// no começo.',
    ask: 'Verificar',
    asking: 'Verificando …',
    checkFailed: 'Não foi possível verificar. Tente de novo.',
    tooFast: 'Foram muitas vezes. Espere um minuto e tente de novo.',
    allGood: 'Está tudo como deve ser.',
    someBad: (n) => (n === 1 ? 'Uma coisa precisa ser corrigida.' : `${n} coisas precisam ser corrigidas.`),
    someOpen: 'Nada está errado, até onde foi possível ver.',
    goTo: (section) => `Abrir ${section}`,
    state: { good: 'Certo', bad: 'Errado', open: 'Ainda não se sabe' },
    checks: {
      hub: 'O hub',
      chat: 'Chat do site',
      origin: 'Endereço permitido',
      https: 'Criptografia',
      page: 'A página',
      script: 'A tag de script',
      policy: 'Política de segurança (CSP)',
      seen: 'Carregado lá',
      token: 'Clientes com conta',
    },
    found: {
      hub_on: () => 'O hub está ligado.',
      hub_off: () => 'O hub está desligado: nenhuma página da loja o mostra. Ligue-o e salve.',
      chat_on: () => 'Clientes que entraram na conta podem conversar.',
      chat_off: () =>
        'Ninguém pode conversar. Escolha “Usuários conectados” como visibilidade, com o hub ligado, e salve.',
      origin_allowed: (origin) => `${origin} pode usar o hub.`,
      origin_near: (near) => `Este endereço não está entre os da sua loja, mas ${near} está. Acrescente este também.`,
      origin_missing: (origin) =>
        `${origin} não está entre os endereços da sua loja, por isso as páginas dele são recusadas. Acrescente-o.`,
      https_fits: () => 'Os endereços da loja e do desk combinam.',
      https_missing: (desk) =>
        `A loja é criptografada, o desk (${desk}) não: os navegadores o bloqueiam. Coloque o desk atrás de https e mude PUBLIC_URL.`,
      page_answers: (address) => `Ela responde: ${address}`,
      page_not_asked: () => 'Ela não foi aberta: o desk só abre páginas dos endereços da sua loja.',
      page_elsewhere: (origin) =>
        `Ela leva os visitantes a ${origin}, que não está entre os endereços da sua loja. Acrescente-o: é lá que estão os seus clientes.`,
      page_circles: () => 'Ela leva os visitantes em círculos. Informe o endereço em que um navegador termina.',
      page_private: () =>
        'Ela fica em uma rede própria ou em uma porta incomum, onde o desk não olha. Abra-a em um navegador: o que o desk vê dela está abaixo.',
      page_unknown_name: () => 'Ninguém conhece este nome. O endereço está certo?',
      page_unreachable: (reason) => `Ela não responde (${reason}). A loja está no ar e aberta ao servidor deste desk?`,
      page_status: (status) =>
        `Ela responde com o status ${status} em vez de uma página. Informe o endereço de uma página que exista.`,
      page_locked: (status) =>
        `Ela está fechada (status ${status}), por uma senha ou uma proteção contra robôs, e o texto não pôde ser lido. Abra-a em um navegador: o que o desk vê dela está abaixo.`,
      page_no_html: (type) =>
        `O que ela responde não é uma página legível (${type}). Informe o endereço de uma página.`,
      page_too_large: () => 'O texto dela é maior do que o desk lê. Tente outra página.',
      script_found: (address) => `Está na página: ${address}`,
      script_inserted: () =>
        'Não está no texto da própria página, mas foi carregada lá: algo a insere, como um gerenciador de tags.',
      script_missing: () =>
        'Não está na página. Acrescente a tag abaixo ao modelo de todas as páginas e esvazie o cache da loja.',
      script_other_address: (address) => `Há uma, mas ela leva a ${address}. Use a tag abaixo.`,
      script_not_run: (type) =>
        `Está na página com o tipo “${type}”, por isso os navegadores não a executam. Um aviso de cookies faz isso: conte o hub entre o que é necessário.`,
      script_unknown: () => 'Não foi possível procurá-la, porque a página não foi lida.',
      policy_none: () => 'A página não tem nenhuma que possa atrapalhar.',
      policy_allows: () => 'Ela deixa o hub passar.',
      policy_refuses: (line) => `Ela bloqueia o hub. Acrescente: ${line}`,
      policy_unknown: () => 'Não foi possível vê-la, porque a página não foi lida.',
      seen_lately: (_, when) => `O hub foi carregado nesta loja: ${when}`,
      seen_before: (_, when) =>
        `O hub foi carregado nesta loja pela última vez em ${when}. Abra a página em um navegador e verifique de novo.`,
      seen_never: () =>
        'O hub nunca foi carregado nesta loja. Abra a página em um navegador e verifique de novo. Uma página que não envia referrer só é vista quando alguém entrou na conta.',
      token_accepted: (_, when) => `Um token da sua loja foi aceito: ${when}`,
      token_none: () =>
        'Nenhuma página mostrou um token ainda. Entre na sua loja como cliente, abra uma página e verifique de novo.',
      token_expired: (span, when) =>
        `O último token (${when}) tinha vencido ${span} antes. De vez em quando isso não é um erro. Se continuar: algum cache guarda a resposta com o token? Ou o relógio do seu servidor está atrasado? Acerte-o por NTP.`,
      token_ahead: (span, when) =>
        `O último token (${when}) foi feito ${span} no futuro: o relógio do seu servidor está adiantado. Acerte-o por NTP.`,
      token_too_long: (_, when) =>
        `O último token (${when}) valia mais de 15 minutos, ou era mais velho que isso. Ponha exp dez minutos depois de iat e assine de novo a cada pedido.`,
      token_audience: (_, when) =>
        `O último token (${when}) foi feito para outra loja: aud não é, letra por letra, o identificador abaixo.`,
      token_signature: (_, when) =>
        `O último token (${when}) foi assinado com outro segredo. A sua loja e este desk precisam do mesmo SHOP_SECRET, sem espaços nem aspas em volta.`,
      token_algorithm: (_, when) => `O último token (${when}) não foi assinado com HS256.`,
      token_claims: (_, when) =>
        `Faltou algo ao último token (${when}): sub (texto de 1 a 200 caracteres), iat e exp (segundos inteiros) precisam estar nele.`,
      token_malformed: (_, when) =>
        `O que a página mostrou por último (${when}) não era um token. O endereço responde com { "token": "…" }, e as linhas na página devolvem só esse texto?`,
    },
  },
}
