import type { installEn } from './install.en.ts'

/** Die Seite „Einbau“. */
export const installDe: typeof installEn = {
  install: {
    lead: 'Was in Ihren Shop gehört, mit den Adressen dieses Desks, und eine Prüfung, die sagt, was noch fehlt.',
    failed: 'Die Seite konnte nicht geladen werden',
    page: 'Auf jeder Seite des Shops',
    pageText:
      'Ein Script-Tag und ein paar Zeilen in einem eigenen Skript. Die Zeilen sagen dem Hub, wo er fragt, wer angemeldet ist; für Besucher kommt null.',
    tag: 'Script-Tag',
    script: 'Welches Skript',
    newest: 'Immer das neueste',
    pinned: 'Festgelegt, mit Prüfsumme (SRI)',
    pinnedText:
      'Browser führen es nur aus, wenn es genau dieses Skript ist. Setzen Sie nach jeder Aktualisierung des Desks den neuen Tag ein: Das alte Skript gibt es dann nicht mehr.',
    lines: 'In einem eigenen Skript',
    policy: 'Falls Ihr Shop eine Content Security Policy sendet',
    policyText: 'Ergänzen Sie ihre Direktiven um diese Quellen. Nichts davon steht direkt in der Seite.',
    policyLine: 'Zeile für die Content Security Policy',
    server: 'Auf dem Server Ihres Shops',
    serverText:
      'Ihr Server unterschreibt, wer angemeldet ist; was ein Browser behauptet, zählt nicht. SHOP_SECRET steht in den Einstellungen des Servers dieses Desks und nie in einer Seite. Antworten Sie auf POST mit { "token": … }, Besuchern mit { "token": null }, und lassen Sie die Antwort nirgends zwischenspeichern.',
    shopId: 'Die Kennung Ihres Shops, aud im Token',
    language: 'Sprache',
    shopify: 'Shopify',
    shopifyOn: (shop) => `Dieser Desk antwortet dem App-Proxy von ${shop}. Tragen Sie dort ein:`,
    shopifyOff:
      'Bei einem Shop von Shopify muss niemand etwas unterschreiben: Der App-Proxy sagt dem Desk, wer angemeldet ist. Setzen Sie auf dem Server des Desks SHOPIFY_SHOP und SHOPIFY_APP_SECRET und schalten Sie die App-Einbettung ein.',
    shopifyProxy: 'Proxy-URL der App',
    shopifyMore: 'Alle Schritte stehen in demo-store/shopify/README.md, neben der App-Einbettung selbst.',
    copy: 'Kopieren',
    copyOf: (name) => `Kopieren: ${name}`,
    check: 'Meinen Shop prüfen',
    checkText: 'Der Desk öffnet die Seite wie ein Besucher und sieht nach, was er selbst von Ihrem Shop bemerkt hat.',
    address: 'Adresse einer Seite Ihres Shops',
    addressHelp: 'Zum Beispiel die Startseite, mit https:// am Anfang.',
    ask: 'Prüfen',
    asking: 'Sieht nach …',
    checkFailed: 'Der Desk konnte nicht nachsehen. Versuchen Sie es noch einmal.',
    tooFast: 'Das war oft. Warten Sie eine Minute und versuchen Sie es noch einmal.',
    allGood: 'Alles ist, wie es sein soll.',
    someBad: (n) => (n === 1 ? 'Eine Sache ist zu beheben.' : `${n} Dinge sind zu beheben.`),
    someOpen: 'Soweit nachgesehen werden konnte, stimmt alles.',
    goTo: (section) => `${section} öffnen`,
    state: { good: 'Richtig', bad: 'Falsch', open: 'Noch nicht bekannt' },
    checks: {
      hub: 'Der Hub',
      chat: 'Webchat',
      origin: 'Erlaubte Adresse',
      https: 'Verschlüsselung',
      page: 'Die Seite',
      script: 'Das Script-Tag',
      policy: 'Sicherheitsregeln der Seite (CSP)',
      seen: 'Dort geladen',
      token: 'Angemeldete Kunden',
    },
    found: {
      hub_on: () => 'Der Hub ist eingeschaltet.',
      hub_off: () => 'Der Hub ist aus: Keine Seite des Shops zeigt ihn. Schalten Sie ihn ein und speichern Sie.',
      chat_on: () => 'Angemeldete Kunden können chatten.',
      chat_off: () =>
        'Niemand kann chatten. Wählen Sie als Sichtbarkeit „Angemeldete“, bei eingeschaltetem Hub, und speichern Sie.',
      origin_allowed: (origin) => `${origin} darf den Hub benutzen.`,
      origin_near: (near) =>
        `Diese Adresse gehört nicht zu denen Ihres Shops, wohl aber ${near}. Nehmen Sie auch diese auf.`,
      origin_missing: (origin) =>
        `${origin} gehört nicht zu den Adressen Ihres Shops, deshalb werden ihre Seiten abgewiesen. Nehmen Sie sie auf.`,
      https_fits: () => 'Die Adressen von Shop und Desk passen zusammen.',
      https_missing: (desk) =>
        `Der Shop ist verschlüsselt, der Desk (${desk}) nicht: Browser blockieren ihn. Stellen Sie den Desk hinter https und ändern Sie PUBLIC_URL.`,
      page_answers: (address) => `Sie antwortet: ${address}`,
      page_not_asked: () => 'Sie wurde nicht geöffnet: Der Desk öffnet nur Seiten der eigenen Adressen Ihres Shops.',
      page_elsewhere: (origin) =>
        `Sie leitet Besucher weiter zu ${origin}; das ist keine Adresse Ihres Shops. Nehmen Sie sie auf: Dort sind Ihre Kunden.`,
      page_circles: () => 'Sie leitet Besucher im Kreis. Geben Sie die Adresse ein, bei der ein Browser ankommt.',
      page_private: () =>
        'Sie liegt in einem eigenen Netz oder an einem ungewöhnlichen Port; dort sieht der Desk nicht nach. Öffnen Sie sie in einem Browser: Was der Desk davon bemerkt, steht unten.',
      page_unknown_name: () => 'Diesen Namen kennt niemand. Stimmt die Adresse?',
      page_unreachable: (reason) =>
        `Sie antwortet nicht (${reason}). Läuft der Shop, und ist er für den Server dieses Desks offen?`,
      page_status: (status) =>
        `Sie antwortet mit Status ${status} statt mit einer Seite. Geben Sie die Adresse einer Seite ein, die es gibt.`,
      page_locked: (status) =>
        `Sie ist verschlossen (Status ${status}), durch ein Passwort oder einen Schutz vor Robotern; ihr Text konnte nicht gelesen werden. Öffnen Sie sie in einem Browser: Was der Desk davon bemerkt, steht unten.`,
      page_no_html: (type) =>
        `Was sie antwortet, ist keine lesbare Seite (${type}). Geben Sie die Adresse einer Seite ein.`,
      page_too_large: () => 'Ihr Text ist größer, als der Desk liest. Versuchen Sie es mit einer anderen Seite.',
      script_found: (address) => `Es steht in der Seite: ${address}`,
      script_inserted: () =>
        'Es steht nicht im Text der Seite selbst, wurde dort aber geladen: Etwas fügt es ein, zum Beispiel ein Tag-Manager.',
      script_missing: () =>
        'Es steht nicht in der Seite. Fügen Sie das Tag von unten in die Vorlage jeder Seite ein und leeren Sie den Cache des Shops.',
      script_other_address: (address) => `Es gibt eines, aber es führt zu ${address}. Nehmen Sie das Tag von unten.`,
      script_not_run: (type) =>
        `Es steht mit dem Typ „${type}“ in der Seite, deshalb führen Browser es nicht aus. Das tut ein Cookie-Banner: Zählen Sie den Hub zum Notwendigen.`,
      script_unknown: () => 'Es konnte nicht gesucht werden, denn die Seite wurde nicht gelesen.',
      policy_none: () => 'Die Seite hat keine, die im Weg stehen könnten.',
      policy_allows: () => 'Sie lassen den Hub durch.',
      policy_refuses: (line) => `Sie blockieren den Hub. Ergänzen Sie: ${line}`,
      policy_unknown: () => 'Sie konnten nicht angesehen werden, denn die Seite wurde nicht gelesen.',
      seen_lately: (_, when) => `Der Hub wurde in diesem Shop geladen: ${when}`,
      seen_before: (_, when) =>
        `Der Hub wurde in diesem Shop zuletzt am ${when} geladen, seitdem nicht mehr. Öffnen Sie die Seite in einem Browser und prüfen Sie noch einmal.`,
      seen_never: () =>
        'Der Hub wurde in diesem Shop noch nie geladen. Öffnen Sie die Seite in einem Browser und prüfen Sie noch einmal. Eine Seite, die keinen Referrer sendet, wird erst bemerkt, wenn jemand angemeldet ist.',
      token_accepted: (_, when) => `Ein Token Ihres Shops wurde angenommen: ${when}`,
      token_none: () =>
        'Noch keine Seite hat ein Token gezeigt. Melden Sie sich in Ihrem Shop als Kunde an, öffnen Sie eine Seite und prüfen Sie noch einmal.',
      token_expired: (span, when) =>
        `Das letzte Token (${when}) war seit ${span} abgelaufen. Ab und zu ist das kein Fehler. Bleibt es so: Hebt ein Cache die Antwort mit dem Token auf? Oder geht die Uhr Ihres Servers nach? Stellen Sie sie mit NTP.`,
      token_ahead: (span, when) =>
        `Das letzte Token (${when}) war ${span} in der Zukunft ausgestellt: Die Uhr Ihres Servers geht vor. Stellen Sie sie mit NTP.`,
      token_too_long: (_, when) =>
        `Das letzte Token (${when}) galt über 15 Minuten oder war älter. Setzen Sie exp auf zehn Minuten nach iat und unterschreiben Sie für jede Anfrage neu.`,
      token_audience: (_, when) =>
        `Das letzte Token (${when}) war für einen anderen Shop ausgestellt: aud ist nicht Buchstabe für Buchstabe die Kennung von unten.`,
      token_signature: (_, when) =>
        `Das letzte Token (${when}) war mit einem anderen Geheimnis unterschrieben. Ihr Shop und dieser Desk brauchen dasselbe SHOP_SECRET, ohne Leerzeichen oder Anführungszeichen darum.`,
      token_algorithm: (_, when) => `Das letzte Token (${when}) war nicht mit HS256 unterschrieben.`,
      token_claims: (_, when) =>
        `Dem letzten Token (${when}) fehlte etwas: sub (Text von 1 bis 200 Zeichen), iat und exp (ganze Sekunden) müssen darin stehen.`,
      token_malformed: (_, when) =>
        `Was die Seite zuletzt (${when}) zeigte, war kein Token. Antwortet die Adresse mit { "token": "…" }, und geben die Zeilen in der Seite genau diesen Text zurück?`,
    },
  },
}
