import type { Topic } from '../../protocol/topics.ts'

/**
 * How words of a topic begin, in English, German and Portuguese, folded as `folded` folds, `-` for a space; with `*`
 * also inside a word, as German joins them. What a hit weighs is learned; they reach words that no example had.
 */
export const topicWords: Record<Topic, string> = {
  returns: `return retrun send-back sent-back send-it-back send-them-back sending-it-back sending-back sent-everything-back give-back
    bring-back goes-back exchange swap rma refused-the-parcel
    *retour *rucksend *ruckgabe zuruckgeb zuruckzugeb zuruckschick zuruckzuschick zuruckgeschickt zuruck-schick zuruckgenommen
    *umtausch umgetauscht widerrufsrecht nehmen-sie-sie noch-zuruck geht-zuruck tauschen annahme
    devol troca aceitam-de-volta de-volta-o mandar-de-volta mandei-tudo-de-volta arrependimento recusei posso-trocar`,
  order_status: `where-is my-order where-s wheres tracking track status dispatched shipped-yet arrive still-waiting-for
    out-for-delivery not-received never-got never-arrived hasnt-come hasn-t-come lost my-package my-parcel parcel-says confirmation-email update
    any-news expected-delivery leave-the-warehouse
    wo-ist wo-bleibt *sendungs *liefertermin zugestellt verschickt versendet wann-kommt wann-wird mein-paket paket-immer nicht-angekommen
    noch-nicht-da nich-da warte-immer stand-meiner neues-zu schon-raus in-zustellung bestellbestatigung angekommen-kommt sendung verloren angekundigt in-bearbeitung
    rastre onde-esta quando-chega nao-chegou ainda-nao-chegou extravi despach meu-pedido minha-encomenda entregue saiu-para
    em-processamento previsao-de-entrega atraso novidade estado-da a-espera confirmacao-do-pedido`,
  shipping: `shipping ship-to postage courier express customs dut abroad international carrier delivery-time do-you-deliver do-you-ship
    you-deliver pick-up next-day delivery-to how-much-is-delivery deliver-on parcel-locker po-box free-delivery
    *versand versendet-ihr *lieferzeit liefern-sie liefert-ihr lieferung-nach *porto *zoll ausland packstation spedition
    abholen ausgeliefert express dhl-oder samstags abstell bordstein lieferung-am
    frete envio-para enviam alfandega transportadora entregam prazo-de-entrega expresso exterior entrega-expressa fazem-entregas
    retirar recolha entregas entrega-no-dia portaria envio demora-normalmente`,
  cancel_change: `cancel change-the-delivery change-my wrong-house wrong-postcode wrong-email wrong-address by-mistake by-accident withdraw
    add-another remove before-you-send before-it-ships hold-my-order don-t-send dont-send stop-the-order ordered-twice change-that please-change
    update-it correct-it change-to change-of-plan take-the
    *storn lieferadresse-noch andern anpassen korrigieren falsche-hausnummer versehen umstellen rausnehmen heraus-ich abbrechen stoppen
    widerrufe vor-dem-versand doppelt-bestellt doch-nicht zuruckhalten bevor-sie dazutun falsche-adresse postleitzahl
    cancel mudar-o alterar alterem corrijam desisto engano errei sem-querer morada-errada endereco-de-entrega antes-de
    parem segurem juntar-mais retirem mudei-de-ideia quantidade-errada colocei-o coloquei-o`,
  refund: `refund reimburse money-back my-money charged-twice was-charged still-charged pay-one-back credit-note you-took price-difference
    *erstatt geld-zuruck *geld-noch abgebucht *gutschrift *ruckzahl ruckuberweis zuruckzahl das-geld auf-mein-geld geld-immer buchen
    kaufpreis bankverbindung nur-ein-teil
    reembols estorn dinheiro cobraram cobrado cobrad debitaram devolvam-o-valor devolvam-meu nota-de-credito diferenca-de-preco`,
  damaged_wrong: `broke damaged crack smashed faulty defect wrong-item wrong-book wrong-colour wrong-size-in missing leaked hole scratch torn
    ripped stopped-working only-work doesnt-charge crushed dented mouldy dead instead-of incomplete two-left someone-else coming-off warranty
    you-sent-me replacement fell-apart part-missing
    kaputt *defekt beschadigt zerbroch zersprung zerkratz gerissen riss falscher-artikel falsche-ware falsche-farbe falsches falsche-grosse-geliefert fehlt
    ausgelaufen loch garantie verbeult zerdruckt abgeplatzt geht-nicht-mehr geht-nach gehen-nur schimml unvollstandig ersatz statt lost-sich sprung
    gebrochen tot schrott auseinander von-jemand
    quebr partid defeito errad-veio artigo-errado livro-errado cor-errada falta estrag estilhac rasg vazou rachad racha riscad lascad garantia
    amassad incomplet tamanho-trocado parou-de-funcionar nao-carrega so-funciona mort bolor em-vez-de buraco desmanch outra-pessoa chegou-quebrad mandaram`,
  product: `material made waterproof in-stock back-in sold-out compatible ingredient vegan battery difference-between suitable manual assemble
    does-the does-it does-this contain nuts wash oven dimensions watts recommend colours gold how-long-does-the shelf-life work-with pair
    is-the come-with do-you-have
    *material wasserdicht lieferbar auf-lager inhaltsstoff vegan *akku unterschied geeignet *anleitung waschen haltbar masse watt farben
    passt-die-hulle ausverkauft nusse drin aufbau baue hergestellt lauft-der backofen gold geolt kommen-die ist-der ist-das ist-die ist-bei gibt-es-das leuchtmittel
    material a-prova estoque veganos ingredientes bateria diferenca-entre serve-pra serve-no funciona-com manual lavar forno medidas-da watts cores ouro
    esgotad contem nozes fabricad monto montar quanto-dura em-grao recomendam lampada a-madeira`,
  sizing: `size sizing true-to-size run-small runs-tight too-small too-big too-tight inseam waist chest measure sleeves fit-slim foot-is tall length
    run petite narrow
    *grosse *grossen fallen-die fallt fallen eng zu-klein zu-gross weite *lange umfang *weite sitzt schuhgrosse cm-lang trage schmal
    tamanho medida numeracao que-numero numero veste apertad comprimento largura cintura ombros altura cm forma justo aro`,
  discount: `discount code coupon voucher promo sale gift-card gift-voucher offer price-match points off deals cheaper student black-friday money-off
    buy-two referral
    *rabatt *code *gutschein aktion *angebot prozent *punkte geschenkkarte gunstiger billiger guthaben sale black-friday geworben
    desconto cupom cupons codigo vale-presente o-vale promo oferta pontos saldo barato off black-friday cartao-presente indicou`,
  subscription: `subscri membership plan renew my-box the-box box monthly auto-renewal skip pause every
    *abo *abos abonn mitgliedschaft monats kundig *box pausier verlanger
    assinatura assinante subscric plano clube renova caixa-mensal caixa-de pausem pausada adesao mensal recorrente`,
  account: `account password log-in log-into logged login sign-in register verification gdpr newsletters profile data session two-factor logs-me
    credit-card-saved e-mail-already
    *konto *passwort einlogg eingelogg anmeld profil registrier bestatigungscode dsgvo newsletter daten loggt sitzung zwei-faktor
    minha-conta conta senha palavra-passe login entrar cadastr perfil registo verificac lgpd newsletter dados sessao desloga me-registei`,
  complaint: `disappoint terrible worst unacceptable awful rude ridiculous angry disgrace complain manager joke never-again fed-up frustrat shame
    unbelievable outrage rip-off upset bad-review not-happy rubbish misled false-advert nobody-answers nobody-picks bad-quality poor unfriendly annoying
    consumer-protection cheated expected-more
    enttausch schlecht unverschamt frechheit unmoglich argerlich verargert sauer beschwer miserab inakzeptabel nie-wieder verbraucherzentrale
    lacherlich schamen schande abzocke saftladen miese getauscht betrogen nervig mir-reicht furchtbar irrefuhrend unglaublich keine-antwort keiner-antwort schwach
    mehr-erwartet vorgesetzt nicht-zufrieden
    decepcion desilud pessim horrivel absurd inaceitavel vergonha reclama grosseir nunca-mais enganad procon ridicul furios pior-loja que-raiva
    inacreditavel lixo roubo chatead irritante farta ninguem-responde ninguem-atende piada esperava-mais responsavel nada-satisfeito`,
  praise: `thank-you-so thanks-maria love great-service amazing perfect excellent happy-customer wonderful recommended brilliant best-coffee awesome
    thank you-people so-quick super five-stars outstanding fantastic lovely beautiful impressive pleased kudos friendliest well-done adore good-job nicest thrilled
    vielen-dank herzlichen-dank danke toll super perfekt begeistert liebe sehr-zufrieden wunderbar wunderschon klasse empfohlen freue grosses-lob kompliment beeindruckend
    hervorragend ausgezeichnet funf-sterne bester freundlichste mega weiter-so bestens
    muito-obrigad obrigada-por obrigado-maria ador amei amaram otimo excelente perfeit parabens maravilh incriv feliz recomendei cinco-estrelas impressionante lindo
    linda super-rapid impecavel valeu top melhor-cafe simpatic encantad contentes correu fantastic`,
  other: `invoice vat hiring job cv wholesale opening-hours open-on journalist collaborat sponsor hello hi-there test instalment workshop reseller quote survey
    american-express bank-transfer real-person gift-wrapp phone-number wrong-chat your-store responsible lost-an
    *rechnung *ust offnungszeit bewerb stelle *handler *grosshandel journalist kooper sponser hallo guten-tag test raten umfrage uberweisung lebenslauf mitarbeiter
    american-express bot geschenkverpackung-an telefonnummer falscher-chat laden feiertag zustandig firmenlogo
    fatura nota-fiscal nif vaga curriculo atacado horario jornalista parceria patrocin ola boa-tarde teste parcelar revenda orcamento pesquisa contratar
    american-express robo embrulho telefone-de chat-errado loja-exat feriado transferencia oficinas`,
}
