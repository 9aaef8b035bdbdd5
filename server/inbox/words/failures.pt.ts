/** Why messages were not delivered, by what the desk writes down in English. */
export const failuresPt: Readonly<Record<string, string>> = {
  'This number cannot receive text messages (a landline, or a carrier that takes none).':
    'Este número não recebe mensagens de texto (é fixo, ou a operadora não as aceita).',
  'This is not a valid mobile number.': 'Este não é um número de celular válido.',
  'Our own number cannot send this message. Someone who may change the settings must check it at Twilio.':
    'Nosso próprio número não pode enviar isto. Quem pode mudar as configurações precisa verificá-lo na Twilio.',
  'Twilio has limited our account. Someone who may change the settings must look at it at Twilio.':
    'A Twilio limitou nossa conta. Quem pode mudar as configurações precisa olhá-la na Twilio.',
  'The carriers want our number to be registered first (at Twilio). Until then they take no messages.':
    'As operadoras exigem que nosso número seja registrado antes (na Twilio). Até lá não aceitam mensagens.',
  'The carrier took this message for spam and stopped it. Other words, or no link, may pass.':
    'A operadora tomou esta mensagem por spam e a barrou. Outras palavras, ou sem link, talvez passem.',
  'Twilio could not use the file of this message.': 'A Twilio não pôde usar o arquivo desta mensagem.',
  'Twilio does not accept our credentials. Someone who may change the settings must check them.':
    'A Twilio não aceita nossas credenciais. Quem pode mudar as configurações precisa verificá-las.',
  'Twilio does not know our account. Someone who may change the settings must check it.':
    'A Twilio não conhece nossa conta. Quem pode mudar as configurações precisa verificá-la.',
  'Messages to this country are switched off for our Twilio account.':
    'Mensagens para este país estão desligadas na nossa conta da Twilio.',
  'Our Twilio account is on trial and may only write to numbers confirmed there.':
    'Nossa conta da Twilio é de teste e só pode escrever a números confirmados lá.',
  'This customer has unsubscribed (STOP). Only they can allow messages again, by texting START.':
    'Este cliente cancelou (STOP). Só ele pode permitir mensagens de novo, enviando START.',
  'Twilio knows no way from our number to this one.': 'A Twilio não conhece caminho do nosso número até este.',
  'This message is too long for an SMS.': 'Esta mensagem é longa demais para um SMS.',
  'The message is empty.': 'A mensagem está vazia.',
  'The phone is switched off or out of reach. A later try may work.':
    'O telefone está desligado ou fora de alcance. Mais tarde pode funcionar.',
  'The carrier or the customer blocks our messages.': 'A operadora ou o cliente bloqueia nossas mensagens.',
  'This number is unknown or no longer in use.': 'Este número é desconhecido ou não está mais em uso.',
  'The carrier did not deliver this message and did not say why.':
    'A operadora não entregou esta mensagem e não disse por quê.',
  'This message costs more than the limit set at Twilio.':
    'Esta mensagem custa mais do que o limite definido na Twilio.',
  'The file is larger than the carrier allows.': 'O arquivo é maior do que a operadora permite.',
  'The carrier did not answer in time.': 'A operadora não respondeu a tempo.',
  'The time in which this customer may be answered is over.': 'O prazo para responder a este cliente terminou.',
  'The carrier did not deliver this message.': 'A operadora não entregou esta mensagem.',
  'The connection to Meta is no longer valid. Someone who may change the settings must renew it.':
    'A conexão com a Meta não vale mais. Quem pode mudar as configurações precisa renová-la.',
  'Meta does not let our app do this. Someone who may change the settings must check its permissions.':
    'A Meta não permite isto ao nosso app. Quem pode mudar as configurações precisa verificar as permissões dele.',
  'More than 24 hours have passed since the customer last wrote, so they cannot be answered now.':
    'Passaram mais de 24 horas desde que o cliente escreveu, por isso não se pode responder agora.',
  'This customer cannot be reached now: they blocked us, left, or no longer take messages.':
    'Este cliente não pode ser alcançado agora: ele nos bloqueou, saiu ou não aceita mais mensagens.',
  'Meta has limited our account. Someone who may change the settings must look at it in Meta Business.':
    'A Meta limitou nossa conta. Quem pode mudar as configurações precisa olhá-la no Meta Business.',
  'Our WhatsApp number is not set up completely. Someone who may change the settings must check it at Meta.':
    'Nosso número de WhatsApp não está todo configurado. Quem pode mudar as configurações precisa verificá-lo na Meta.',
  'Meta could not read this message.': 'A Meta não conseguiu ler esta mensagem.',
  'Meta could not use the file of this message.': 'A Meta não pôde usar o arquivo desta mensagem.',
  'Meta does not know our number or page any more. Someone who may change the settings must check it.':
    'A Meta não conhece mais nosso número ou página. Quem pode mudar as configurações precisa verificá-lo.',
  'Meta has blocked our account for a while for breaking its policies. Its notices say what to do.':
    'A Meta bloqueou nossa conta por um tempo por violar as políticas dela. Os avisos de lá dizem o que fazer.',
  'Meta does not allow an answer to this customer.': 'A Meta não permite responder a este cliente.',
  'Meta keeps messages from this customer as part of an experiment.':
    'A Meta retém mensagens a este cliente por causa de um experimento.',
  'This is our own number.': 'Este é nosso próprio número.',
  'This message cannot be delivered: the number may have no WhatsApp, or the app there is too old.':
    'Esta mensagem não pode ser entregue: o número talvez não tenha WhatsApp, ou o app de lá é antigo demais.',
  'Our WhatsApp number is a test number and may write only to numbers confirmed at Meta.':
    'Nosso número de WhatsApp é de teste e só pode escrever a números confirmados na Meta.',
  'Meta cannot charge for this message. Someone who may change the settings must check the payment there.':
    'A Meta não consegue cobrar por esta mensagem. Quem pode mudar as configurações precisa verificar o pagamento lá.',
  'Meta did not deliver this message, to spare the customer too many. Try again later.':
    'A Meta não entregou esta mensagem para poupar o cliente de tantas. Tente de novo mais tarde.',
  'This customer does not want such messages from us.': 'Este cliente não quer mensagens assim de nós.',
  'WhatsApp does not take messages of this kind.': 'O WhatsApp não aceita mensagens deste tipo.',
  'This message can only be sent to a phone number, and the customer keeps theirs private.':
    'Esta mensagem só pode ir a um número de telefone, e o cliente mantém o dele em segredo.',
  'Meta did not deliver this message.': 'A Meta não entregou esta mensagem.',
  'WhatsApp did not deliver this message and did not say why.':
    'O WhatsApp não entregou esta mensagem e não disse por quê.',
  'We do not know where to reach this customer here.': 'Não sabemos onde alcançar este cliente aqui.',
  'This channel takes one text or one file a message.': 'Este canal aceita um texto ou um arquivo por mensagem.',
  'This channel is not connected: something is missing in its settings.':
    'Este canal não está conectado: falta algo nas configurações dele.',
  'The provider does not accept our credentials. Someone who may change the settings must check this channel.':
    'O provedor não aceita nossas credenciais. Quem pode mudar as configurações precisa verificar este canal.',
  'The provider could not be reached. Nothing was sent.': 'Não foi possível alcançar o provedor. Nada foi enviado.',
  'The provider’s answer was lost on its way, and it does not know this message: it was not sent.':
    'A resposta do provedor se perdeu no caminho, e ele não conhece esta mensagem: ela não foi enviada.',
  'This customer is blocked, so nothing was sent.': 'Este cliente está bloqueado; por isso nada foi enviado.',
}
