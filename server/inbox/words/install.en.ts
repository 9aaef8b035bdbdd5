import type { FindingCode, ShopCheck } from '../../protocol/shop-check.ts'

type Sentences = Record<FindingCode, (detail: string, when: string) => string>

/** The Install page: what goes into the shop, and what "Check my shop" found. */
export const installEn = {
  install: {
    lead: 'What goes into your shop, with the addresses of this desk filled in, and a check that tells what is still missing.',
    failed: 'The page could not be loaded',
    page: 'On every page of the shop',
    pageText:
      'One script tag, and a few lines in a script of your own. The lines tell the hub where to ask who is signed in; a visitor gets null.',
    tag: 'Script tag',
    script: 'Which script',
    newest: 'Always the newest',
    pinned: 'Pinned, with its hash (SRI)',
    pinnedText:
      'Browsers run it only if it is exactly this script. Put the new tag in at each upgrade of the desk: the old script is gone then.',
    lines: 'In a script of your own',
    policy: 'If your shop sends a Content Security Policy',
    policyText: 'Add these sources to its directives. Nothing inline is used.',
    policyLine: 'Content Security Policy',
    server: 'On your shop’s server',
    serverText:
      'Your server signs who is signed in; a browser’s word counts for nothing. SHOP_SECRET stands in the settings of this desk’s server and never in a page. Answer POST with { "token": … }, and with { "token": null } to a visitor, and let nobody keep the answer.',
    shopId: 'Your shop’s id, the token’s aud',
    language: 'Language',
    shopify: 'Shopify',
    shopifyOn: (shop: string) => `This desk answers the app proxy of ${shop}. Enter there:`,
    shopifyOff:
      'For a shop at Shopify nobody has to sign anything: its app proxy tells the desk who is signed in. Set SHOPIFY_SHOP and SHOPIFY_APP_SECRET on the desk’s server, and install the app embed.',
    shopifyProxy: 'Proxy URL of the app',
    shopifyMore: 'Every step stands in demo-store/shopify/README.md, beside the app embed itself.',
    copy: 'Copy',
    copyOf: (name: string) => `Copy: ${name}`,
    check: 'Check my shop',
    checkText: 'The desk opens the page as a visitor would, and looks at what it has seen of your shop itself.',
    address: 'Address of a page of your shop',
    addressHelp: 'Such as its home page, with https:// at its start.',
    ask: 'Check',
    asking: 'Looking …',
    checkFailed: 'The desk could not look. Try again.',
    tooFast: 'That was often. Wait a minute and try again.',
    allGood: 'Everything is as it should be.',
    someBad: (n: number) => (n === 1 ? 'One thing has to be mended.' : `${n} things have to be mended.`),
    someOpen: 'Nothing is wrong, as far as it could be looked at.',
    goTo: (section: string) => `Open ${section}`,
    state: { good: 'Right', bad: 'Wrong', open: 'Not known yet' },
    checks: {
      hub: 'The hub',
      chat: 'Web chat',
      origin: 'Allowed origin',
      https: 'Encryption',
      page: 'The page',
      script: 'The script tag',
      policy: 'Content Security Policy',
      seen: 'Loaded there',
      token: 'Signed-in shoppers',
    } satisfies Record<ShopCheck, string>,
    found: {
      hub_on: () => 'The hub is switched on.',
      hub_off: () => 'The hub is off: no page of the shop shows it. Switch it on and save.',
      chat_on: () => 'Signed-in shoppers can chat.',
      chat_off: () => 'Nobody can chat. Choose “Signed-in users” as its visibility, with the hub on, and save.',
      origin_allowed: (origin) => `${origin} may use the hub.`,
      origin_near: (near) => `This address is not among your shop’s, but ${near} is. Add this one as well.`,
      origin_missing: (origin) => `${origin} is not among your shop’s addresses, so its pages are refused. Add it.`,
      https_fits: () => 'The addresses of shop and desk go together.',
      https_missing: (desk) =>
        `The shop is encrypted, the desk (${desk}) is not: browsers block it. Put the desk behind https and change PUBLIC_URL.`,
      page_answers: (address) => `It answers: ${address}`,
      page_not_asked: () => 'It was not opened: the desk opens pages of your shop’s own addresses only.',
      page_elsewhere: (origin) =>
        `It sends visitors on to ${origin}, which is not among your shop’s addresses. Add that one: it is where your shoppers are.`,
      page_circles: () => 'It sends visitors round in circles. Enter the address that a browser ends at.',
      page_private: () =>
        'It lies in a network of its own or at an unusual port, where the desk does not look. Open it in a browser: what the desk sees of it stands below.',
      page_unknown_name: () => 'Nobody knows this name. Is the address right?',
      page_unreachable: (reason) => `It does not answer (${reason}). Is the shop up, and open to this desk’s server?`,
      page_status: (status) =>
        `It answers with status ${status} instead of a page. Enter the address of a page that is there.`,
      page_locked: (status) =>
        `It is locked (status ${status}), by a password or a robot guard, so its text could not be read. Open it in a browser: what the desk sees of it stands below.`,
      page_no_html: (type) => `What it answers is no readable page (${type}). Enter the address of a page.`,
      page_too_large: () => 'Its text is larger than the desk reads. Try another page.',
      script_found: (address) => `It stands in the page: ${address}`,
      script_inserted: () =>
        'It is not in the page’s own text, but it was loaded there: something puts it in, such as a tag manager.',
      script_missing: () =>
        'It is not in the page. Add the tag from below to the template of every page, and empty the shop’s cache.',
      script_other_address: (address) => `There is one, but it leads to ${address}. Take the tag from below.`,
      script_not_run: (type) =>
        `It stands in the page with the type “${type}”, so browsers do not run it. A consent banner does that: count the hub among what is necessary.`,
      script_unknown: () => 'It could not be looked for, since the page was not read.',
      policy_none: () => 'The page has none that could stand in the way.',
      policy_allows: () => 'It lets the hub through.',
      policy_refuses: (line) => `It blocks the hub. Add: ${line}`,
      policy_unknown: () => 'It could not be looked at, since the page was not read.',
      seen_lately: (_, when) => `The hub was loaded on this shop: ${when}`,
      seen_before: (_, when) =>
        `The hub was last loaded on this shop on ${when}, and not since. Open the page in a browser and check again.`,
      seen_never: () =>
        'The hub was never loaded on this shop. Open the page in a browser and check again. A page that sends no referrer is seen when somebody is signed in.',
      token_accepted: (_, when) => `A token of your shop was accepted: ${when}`,
      token_none: () =>
        'No page has shown a token yet. Sign in to your shop as a customer, open a page and check again.',
      token_expired: (span, when) =>
        `The last token (${when}) had run out ${span} before. Now and then that is no fault. If it stays so: does a cache keep the answer with the token? Or is your server’s clock slow? Set it by NTP.`,
      token_ahead: (span, when) =>
        `The last token (${when}) was made ${span} in the future: your server’s clock is fast. Set it by NTP.`,
      token_too_long: (_, when) =>
        `The last token (${when}) was good for over 15 minutes, or older than that. Set exp to ten minutes after iat, and sign anew for each request.`,
      token_audience: (_, when) =>
        `The last token (${when}) was made for another shop: aud is not the id shown below, letter for letter.`,
      token_signature: (_, when) =>
        `The last token (${when}) was signed with another secret. Your shop and this desk need the same SHOP_SECRET, without spaces or quotes around it.`,
      token_algorithm: (_, when) => `The last token (${when}) was not signed with HS256.`,
      token_claims: (_, when) =>
        `The last token (${when}) lacked something: sub (text of 1 to 200 characters), iat and exp (whole seconds) have to be in it.`,
      token_malformed: (_, when) =>
        `What the page showed last (${when}) was no token. Does the address answer with { "token": "…" }, and the lines in the page return just that text?`,
    } satisfies Sentences,
  },
}
