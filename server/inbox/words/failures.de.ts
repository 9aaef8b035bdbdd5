/** Why messages were not delivered, by what the desk writes down in English. */
export const failuresDe: Readonly<Record<string, string>> = {
  'This number cannot receive text messages (a landline, or a carrier that takes none).':
    'Diese Nummer kann keine SMS empfangen (ein Festnetzanschluss, oder ihr Netz nimmt keine an).',
  'This is not a valid mobile number.': 'Das ist keine gültige Mobilnummer.',
  'Our own number cannot send this message. Someone who may change the settings must check it at Twilio.':
    'Unsere eigene Nummer kann das nicht senden. Wer die Einstellungen ändern darf, muss sie bei Twilio prüfen.',
  'Twilio has limited our account. Someone who may change the settings must look at it at Twilio.':
    'Twilio hat unser Konto eingeschränkt. Wer die Einstellungen ändern darf, muss es dort ansehen.',
  'The carriers want our number to be registered first (at Twilio). Until then they take no messages.':
    'Die Netze verlangen, dass unsere Nummer erst registriert wird (bei Twilio). Bis dahin nehmen sie nichts an.',
  'The carrier took this message for spam and stopped it. Other words, or no link, may pass.':
    'Das Netz hielt diese Nachricht für Spam und hat sie aufgehalten. Andere Worte, oder kein Link, gehen vielleicht durch.',
  'Twilio could not use the file of this message.': 'Twilio konnte mit der Datei dieser Nachricht nichts anfangen.',
  'Twilio does not accept our credentials. Someone who may change the settings must check them.':
    'Twilio lehnt unsere Zugangsdaten ab. Wer die Einstellungen ändern darf, muss sie prüfen.',
  'Twilio does not know our account. Someone who may change the settings must check it.':
    'Twilio kennt unser Konto nicht. Wer die Einstellungen ändern darf, muss es prüfen.',
  'Messages to this country are switched off for our Twilio account.':
    'Nachrichten in dieses Land sind für unser Twilio-Konto ausgeschaltet.',
  'Our Twilio account is on trial and may only write to numbers confirmed there.':
    'Unser Twilio-Konto ist ein Probekonto und darf nur an dort bestätigte Nummern schreiben.',
  'This customer has unsubscribed (STOP). Only they can allow messages again, by texting START.':
    'Diese Person hat abbestellt (STOP). Nur sie selbst kann es wieder erlauben, mit START.',
  'Twilio knows no way from our number to this one.': 'Twilio kennt keinen Weg von unserer Nummer zu dieser.',
  'This message is too long for an SMS.': 'Diese Nachricht ist zu lang für eine SMS.',
  'The message is empty.': 'Die Nachricht ist leer.',
  'The phone is switched off or out of reach. A later try may work.':
    'Das Telefon ist aus oder ohne Empfang. Später klappt es vielleicht.',
  'The carrier or the customer blocks our messages.': 'Das Netz oder die Person blockiert unsere Nachrichten.',
  'This number is unknown or no longer in use.': 'Diese Nummer ist unbekannt oder nicht mehr vergeben.',
  'The carrier did not deliver this message and did not say why.':
    'Das Netz hat diese Nachricht nicht zugestellt und sagt nicht, warum.',
  'This message costs more than the limit set at Twilio.':
    'Diese Nachricht kostet mehr als die bei Twilio gesetzte Grenze.',
  'The file is larger than the carrier allows.': 'Die Datei ist größer, als das Netz erlaubt.',
  'The carrier did not answer in time.': 'Das Netz hat nicht rechtzeitig geantwortet.',
  'The time in which this customer may be answered is over.':
    'Die Zeit, in der dieser Person geantwortet werden darf, ist vorbei.',
  'The carrier did not deliver this message.': 'Das Netz hat diese Nachricht nicht zugestellt.',
  'The connection to Meta is no longer valid. Someone who may change the settings must renew it.':
    'Die Verbindung zu Meta gilt nicht mehr. Wer die Einstellungen ändern darf, muss sie erneuern.',
  'Meta does not let our app do this. Someone who may change the settings must check its permissions.':
    'Meta erlaubt unserer App das nicht. Wer die Einstellungen ändern darf, muss ihre Berechtigungen prüfen.',
  'More than 24 hours have passed since the customer last wrote, so they cannot be answered now.':
    'Die Person hat vor mehr als 24 Stunden zuletzt geschrieben; deshalb geht jetzt keine Antwort.',
  'This customer cannot be reached now: they blocked us, left, or no longer take messages.':
    'Diese Person ist gerade nicht erreichbar: Sie hat uns blockiert, ist nicht mehr da oder nimmt keine Nachrichten an.',
  'Meta has limited our account. Someone who may change the settings must look at it in Meta Business.':
    'Meta hat unser Konto eingeschränkt. Wer die Einstellungen ändern darf, muss es in Meta Business ansehen.',
  'Our WhatsApp number is not set up completely. Someone who may change the settings must check it at Meta.':
    'Unsere WhatsApp-Nummer ist nicht fertig eingerichtet. Wer die Einstellungen ändern darf, muss sie bei Meta prüfen.',
  'Meta could not read this message.': 'Meta konnte diese Nachricht nicht lesen.',
  'Meta could not use the file of this message.': 'Meta konnte mit der Datei dieser Nachricht nichts anfangen.',
  'Meta does not know our number or page any more. Someone who may change the settings must check it.':
    'Meta kennt unsere Nummer oder Seite nicht mehr. Wer die Einstellungen ändern darf, muss sie prüfen.',
  'Meta has blocked our account for a while for breaking its policies. Its notices say what to do.':
    'Meta hat unser Konto eine Zeit lang gesperrt, weil es gegen die Richtlinien verstieß. Die Hinweise dort sagen, was zu tun ist.',
  'Meta does not allow an answer to this customer.': 'Meta erlaubt keine Antwort an diese Person.',
  'Meta keeps messages from this customer as part of an experiment.':
    'Meta hält Nachrichten an diese Person wegen eines Versuchs zurück.',
  'This is our own number.': 'Das ist unsere eigene Nummer.',
  'This message cannot be delivered: the number may have no WhatsApp, or the app there is too old.':
    'Diese Nachricht ist nicht zustellbar: Vielleicht hat die Nummer kein WhatsApp, oder die App dort ist zu alt.',
  'Our WhatsApp number is a test number and may write only to numbers confirmed at Meta.':
    'Unsere WhatsApp-Nummer ist eine Testnummer und darf nur an bei Meta bestätigte Nummern schreiben.',
  'Meta cannot charge for this message. Someone who may change the settings must check the payment there.':
    'Meta kann diese Nachricht nicht abrechnen. Wer die Einstellungen ändern darf, muss die Zahlung dort prüfen.',
  'Meta did not deliver this message, to spare the customer too many. Try again later.':
    'Meta hat diese Nachricht nicht zugestellt, um der Person zu viele zu ersparen. Versuchen Sie es später noch einmal.',
  'This customer does not want such messages from us.': 'Diese Person möchte solche Nachrichten nicht von uns.',
  'WhatsApp does not take messages of this kind.': 'WhatsApp nimmt Nachrichten dieser Art nicht an.',
  'This message can only be sent to a phone number, and the customer keeps theirs private.':
    'Diese Nachricht geht nur an eine Telefonnummer, und die Person gibt ihre nicht preis.',
  'Meta did not deliver this message.': 'Meta hat diese Nachricht nicht zugestellt.',
  'WhatsApp did not deliver this message and did not say why.':
    'WhatsApp hat diese Nachricht nicht zugestellt und sagt nicht, warum.',
  'We do not know where to reach this customer here.': 'Wir wissen nicht, wo diese Person hier zu erreichen ist.',
  'This channel takes one text or one file a message.': 'Dieser Kanal nimmt je Nachricht einen Text oder eine Datei.',
  'This channel is not connected: something is missing in its settings.':
    'Dieser Kanal ist nicht verbunden: In seinen Einstellungen fehlt etwas.',
  'The provider does not accept our credentials. Someone who may change the settings must check this channel.':
    'Der Anbieter lehnt unsere Zugangsdaten ab. Wer die Einstellungen ändern darf, muss diesen Kanal prüfen.',
  'The provider could not be reached. Nothing was sent.':
    'Der Anbieter war nicht zu erreichen. Es wurde nichts gesendet.',
  'The provider’s answer was lost on its way, and it does not know this message: it was not sent.':
    'Die Antwort des Anbieters ging unterwegs verloren, und er kennt diese Nachricht nicht: Sie wurde nicht gesendet.',
  'This customer is blocked, so nothing was sent.': 'Diese Person ist blockiert; deshalb wurde nichts gesendet.',
}
