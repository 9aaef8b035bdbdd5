/** What the invented people of a seeded desk are called and say. `%` becomes an order's number. */
export const firstNames = words(
  'Anna Ben Clara David Emma Felix Greta Hannes Ida Jakob Karla Leon Mia Noah Olivia Paul Quentin Rosa Simon Thea Udo Vera ' +
    'Willem Xenia Yara Zoe Beatriz Caio Duarte Eloá Fátima Gonçalo Helena Inês João Lívia Miguel Nádia Otávio Raquel Aisha ' +
    'Chidi Darius Elif Farid Hana Ines Jonte Kofi Lale Maja Nils Oskar Priscilla Rafael Sana Tomasz Ulla Vikram Wanda',
)
export const lastNames = words(
  'Acker Baumann Castro Dahl Ekberg Fischer Gomes Hartmann Ibsen Janssen Keller Lindqvist Moreira Nowak Okafor Pereira ' +
    'Quist Richter Sousa Tavares Ulrich Vogel Winter Yilmaz Zander Almeida Brandt Correia Drews Engel Freitas Graf Haas ' +
    'Iversen Jung Kaya Lopes Meyer Nunes Oberg Pinto Reis Schulz Teixeira Unger Vieira Wolff Amado Berger Costa Duarte',
)

export const asked = lines(`
Where is my order %? The tracking has not moved for three days.
Hello, can I still change the size in order %?
The mug from order % arrived with a crack. What can we do?
Do you deliver to Norway, and how much is it?
I would like to return the linen apron, it is too long for me.
Is the blue glaze safe for the dishwasher?
My discount code was refused at checkout.
Please cancel order %, I ordered it twice.
Could you send me the invoice for order % once more?
When will the large bowl be back in stock?
I was charged twice for order %.
The lamp flickers since this morning. Is that a known fault?
Wo bleibt meine Bestellung %? Die Sendung steht seit Tagen still.
Kann ich die Größe in Bestellung % noch ändern?
Die Schale aus Bestellung % ist zerbrochen angekommen.
Ich möchte die Schürze zurückgeben, sie ist mir zu lang.
Ist die blaue Glasur spülmaschinenfest?
Mein Gutschein wird an der Kasse nicht angenommen.
Bitte stornieren Sie Bestellung %.
Wann gibt es die große Kanne wieder?
Onde está o meu pedido %? O rastreio parou há três dias.
Ainda posso trocar o tamanho no pedido %?
A caneca do pedido % chegou rachada.
Quero devolver o avental, ficou comprido demais.
O esmalte azul pode ir à máquina de lavar louça?
O meu cupom não foi aceito.
Cancelem por favor o pedido %.
Quando volta a tigela grande?
`)

export const added = lines(`
Thank you, that helps.
Any news?
I am at home until six, in case the parcel comes.
It is the one with the green rim.
Perfect, please do it like that.
That was not what I meant, sorry.
Danke, das hilft mir schon.
Gibt es etwas Neues?
Ja, bitte so.
Obrigada, já ajuda.
Alguma novidade?
Pode ser assim, por favor.
`)

export const answered = lines(`
Thank you for writing. I am looking into it and come back to you today.
I have asked the carrier; the parcel should be with you on Thursday.
I am sorry about that. A new one leaves our workshop tomorrow.
Done, you will get the confirmation by email in a minute.
The refund is on its way and takes three to five days.
Yes, that is possible. Which size would you like?
Danke für Ihre Nachricht, ich kümmere mich gleich darum.
Das tut mir leid. Wir schicken Ihnen morgen eine neue.
Die Rückzahlung ist angewiesen und dauert drei bis fünf Tage.
Obrigado pela mensagem, já estou vendo isso.
Sinto muito. Amanhã enviamos uma nova peça.
O reembolso já foi feito e leva de três a cinco dias.
`)

export const subjects = lines(`
Order %
Return of order %
A question before I buy
Bestellung %
Rückgabe
Pedido %
Dúvida sobre a entrega
Invoice
`)

export const tagNames = lines(`
returns
order status
shipping
cancel or change
refund
damaged
product question
sizing
discount
subscription
account
complaint
praise
wholesale
press
`)

function words(text: string): string[] {
  return text.split(' ')
}

function lines(text: string): string[] {
  return text.trim().split('\n')
}
