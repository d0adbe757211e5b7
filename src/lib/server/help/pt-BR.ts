import type { Help } from './help.ts';

export const ptBR: Help = {
  paying: {
    title: 'Como funciona o pagamento',
    summary: 'Quanto você paga, quando, e onde o dinheiro fica até a mercadoria chegar.',
    parts: [
      {
        heading: 'Um só total, antes de pagar',
        text: [
          'Ao finalizar a compra você vê os produtos, o frete de cada pacote e o total na sua moeda. Se a loja usa outra moeda, o câmbio aparece ao lado do total e fica travado enquanto você paga.',
          'Você paga uma vez só, mesmo com produtos de várias lojas. Cada loja recebe um pedido próprio, que você acompanha, cancela ou aceita separadamente.',
        ],
      },
      {
        heading: 'Formas de pagamento',
        text: [
          'As formas dependem do seu país. A tela de pagamento mostra só as que servem para você e o que acontece depois.',
          '- [Cartão](/help/card): cartões de crédito, na maioria dos países. No Brasil, também parcelado.',
          '- [Pix](/help/pix): Brasil, em segundos.',
          '- [Boleto](/help/boleto): Brasil, em qualquer banco ou no aplicativo do seu banco.',
        ],
      },
      {
        heading: 'O dinheiro fica conosco',
        text: [
          'O pagamento não vai direto para a loja. Ele fica conosco até você dizer que a mercadoria chegou, ou até acabar o prazo para dizer. Veja [como você é protegido](/help/safety).',
        ],
      },
      {
        heading: 'Se o pagamento não passar',
        text: [
          'O pedido continua valendo até o fim do prazo de pagamento, e os produtos ficam reservados. Abra em [Seus pedidos](/account/orders), ou pelo link do nosso e-mail, e pague de outra forma.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Pagar com boleto',
    summary: 'Você recebe um boleto com código de barras e paga em qualquer banco do Brasil em até três dias.',
    parts: [
      {
        heading: 'Como é',
        text: [
          '- Escolha boleto e informe o CPF ou CNPJ do pagador, como a lei pede.',
          '- Copie a linha digitável para o aplicativo do banco, ou imprima e pague no banco ou na lotérica.',
          '- O banco nos avisa no dia útil seguinte ou no outro. Então a loja é avisada para enviar.',
        ],
      },
      {
        heading: 'Quanto tempo você tem',
        text: [
          'O boleto vence três dias depois do pedido, e até lá os produtos ficam reservados. Pode fechar a página: o boleto fica no pedido e no nosso e-mail.',
          'Se nada chegar a tempo, o pedido expira e você não deve nada. Um boleto pago com atraso vale se ainda houver o produto; se não houver, você recebe tudo de volta.',
        ],
      },
      {
        heading: 'Dinheiro de volta',
        text: ['Um boleto não pode ser estornado; o reembolso vem por transferência para a conta do pagador.'],
      },
    ],
  },
  pix: {
    title: 'Pagar com Pix',
    summary: 'Leia o QR code ou copie o código no aplicativo do banco; é pago em segundos, a qualquer hora.',
    parts: [
      {
        heading: 'Como é',
        text: [
          '- Escolha Pix. Você vê um QR code e o mesmo código em texto, para copiar.',
          '- No aplicativo do banco, escolha Pix, leia o código ou cole o texto, confira o valor e confirme.',
          '- A página percebe o pagamento sozinha, em geral em segundos.',
        ],
      },
      {
        heading: 'Quanto tempo você tem',
        text: [
          'O código vale por 30 minutos. Depois disso o pedido expira e você não deve nada; peça de novo para ter outro código.',
        ],
      },
      {
        heading: 'Dinheiro de volta',
        text: ['O reembolso volta por Pix para a conta que pagou, até 90 dias depois do pagamento.'],
      },
    ],
  },
  card: {
    title: 'Pagar com cartão',
    summary: 'O número do cartão é digitado na página do provedor de pagamento; ele nunca chega até nós.',
    parts: [
      {
        heading: 'Como é',
        text: [
          '- Escolha cartão. Você vai para a página do provedor de pagamento e digita lá os dados.',
          '- O banco pode pedir confirmação no aplicativo ou por código. É o 3-D Secure, que protege você.',
          '- Depois você volta ao pedido. Se a conexão cair no caminho, nada é pago duas vezes: perguntamos ao provedor o que aconteceu.',
        ],
      },
      {
        heading: 'Se o cartão for recusado',
        text: [
          'Só ficamos sabendo que o banco disse não. Confira o número, a validade e o limite, fale com o banco, ou pague de outra forma no mesmo pedido em até 30 minutos.',
        ],
      },
      {
        heading: 'Parcelas',
        text: ['No Brasil dá para pagar em até 12 vezes. A tela de pagamento diz quanto custa cada parcela.'],
      },
      {
        heading: 'Dinheiro de volta',
        text: [
          'O reembolso vai para o mesmo cartão, até 180 dias depois do pagamento. O banco leva alguns dias para mostrar; o pedido diz quando enviamos.',
        ],
      },
    ],
  },
  delivery: {
    title: 'Entrega e rastreio',
    summary: 'Quando o pacote é enviado, onde ele está e o que acontece se não chegar.',
    parts: [
      {
        heading: 'Do pagamento até a sua porta',
        text: [
          'A loja tem sete dias para enviar depois do pagamento. Os dias mostrados ao lado do frete contam a partir do envio.',
          'Cada loja envia o próprio pacote. Com duas lojas no carrinho chegam dois pacotes, cada um no seu dia.',
        ],
      },
      {
        heading: 'Onde está o meu pacote',
        text: [
          'Abra o pedido em [Seus pedidos](/account/orders). A linha do tempo mostra cada passo que a transportadora informa, inclusive na alfândega, e o número para perguntar a ela. Sem conta, use o link do nosso e-mail.',
        ],
      },
      {
        heading: 'Quando ele não chega',
        text: [
          '- Não enviado depois de sete dias: você pode cancelar e recebe tudo de volta.',
          '- Perdido ou devolvido à loja: reembolsamos sem você pedir.',
          '- Consta como entregue mas não está: confira o endereço no pedido, pergunte aos vizinhos e à transportadora e [fale conosco](/help/contact) antes de aceitar o pedido.',
        ],
      },
    ],
  },
  duties: {
    title: 'Impostos de importação',
    summary: 'O que o seu país pode cobrar por mercadorias de fora, e quem paga.',
    parts: [
      {
        heading: 'O que está no preço',
        text: [
          'O total da compra é dos produtos e do frete. Impostos de importação só estão incluídos quando aparecem em uma linha própria.',
        ],
      },
      {
        heading: 'O que o seu país pode cobrar',
        text: [
          'Mercadorias que cruzam a fronteira podem pagar impostos. Quanto depende do que são, de onde foram feitas e de quanto custaram. Se a alfândega cobrar algo, a transportadora avisa antes da entrega, e você paga à transportadora ou à alfândega, nunca a nós.',
          'A página do produto diz onde ele foi feito. O site da Receita Federal, ou da autoridade do seu país, diz as taxas.',
        ],
      },
      {
        heading: 'Pacote retido na alfândega',
        text: [
          'A linha do tempo do pedido avisa. A alfândega costuma querer prova do preço: o pedido pode ser impresso. Responda logo à transportadora, porque os pacotes voltam depois de algumas semanas.',
        ],
      },
    ],
  },
  returns: {
    title: 'Cancelamento, devolução e reembolso',
    summary: 'Como desistir de um pedido, o que fazer se algo veio errado e quando o dinheiro volta.',
    parts: [
      {
        heading: 'Antes do envio',
        text: [
          'Abra o pedido e escolha cancelar. Pedidos não pagos acabam na hora. Nos pagos, enviamos todo o valor de volta.',
          'Depois do envio não dá mais para cancelar; recuse na porta ou devolva como a loja disser.',
        ],
      },
      {
        heading: 'Quando algo veio errado',
        text: [
          'Quebrado, incompleto ou diferente do anunciado: não aceite o pedido. Tire fotos, também da embalagem, e [fale conosco](/help/contact) com o número do pedido em até 15 dias da entrega. Enquanto isso o dinheiro fica conosco.',
        ],
      },
      {
        heading: 'Quando o dinheiro volta',
        text: [
          'O reembolso vem pelo meio que você usou: [cartão](/help/card), [Pix](/help/pix) ou, no [boleto](/help/boleto), por transferência. O pedido mostra quando foi pedido, quando o provedor confirmou e quanto é.',
        ],
      },
    ],
  },
  safety: {
    title: 'Como você é protegido',
    summary: 'Guardamos o pagamento até a mercadoria chegar e sabemos quem são as lojas.',
    parts: [
      {
        heading: 'Seu dinheiro espera conosco',
        text: [
          'A loja recebe quando você aceita a entrega. Se você não disser nada, o pedido conta como aceito 15 dias depois da entrega pela transportadora, ou 60 dias depois do envio se ninguém informou a entrega. Até lá o dinheiro ainda pode voltar para você.',
        ],
      },
      {
        heading: 'Quem vende',
        text: [
          'Cada loja nos prova quem está por trás dela antes de vender, e cada anúncio é conferido antes de aparecer. A página da loja diz se é empresa ou pessoa física.',
        ],
      },
      {
        heading: 'Como se cuidar',
        text: [
          '- Pague só pela nossa tela de pagamento. Uma loja que pede transferência ou outro site quer sair desta proteção: [avise](/help/contact).',
          '- Nunca pedimos sua senha, número de cartão ou código do banco, por e-mail ou telefone.',
          '- Use uma senha só para esta loja e ligue a segunda etapa em [Segurança](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Sua conta',
    summary: 'Para que serve a conta, como entrar de novo e como levar ou apagar seus dados.',
    parts: [
      {
        heading: 'Preciso de uma',
        text: [
          'Não. Dá para comprar só com um e-mail e acompanhar o pedido pelo link do nosso e-mail. Com a conta você guarda endereços, vê todos os pedidos em um lugar e não digita nada duas vezes. [Abra uma](/sign-up) com o mesmo e-mail; os pedidos de antes continuam nos seus links.',
        ],
      },
      {
        heading: 'Entrar de novo',
        text: [
          'Se esqueceu a senha, [peça uma nova](/forgot-password). O link do e-mail vale uma vez e por pouco tempo. Não chegou: olhe no lixo eletrônico e confira o endereço.',
        ],
      },
      {
        heading: 'Idioma, país e moeda',
        text: ['Escolha em [Preferências](/preferences). Os preços passam a aparecer nessa moeda.'],
      },
      {
        heading: 'Seus dados',
        text: ['Em [Sua conta](/account) você vê o que sabemos de você e o que pode mudar, levar ou apagar.'],
      },
    ],
  },
  contact: {
    title: 'Fale conosco',
    summary: 'A quem perguntar o quê, e o que ter à mão.',
    parts: [
      {
        heading: 'Sobre um pedido',
        text: [
          'Responda a qualquer e-mail nosso sobre ele: chega a pessoas e leva o número do pedido. Diga o que aconteceu, desde quando e o que você gostaria; mande fotos se algo quebrou.',
          'Onde está o pacote, até quando pagar e o que fazer agora está no próprio pedido, em [Seus pedidos](/account/orders).',
        ],
      },
      {
        heading: 'Sobre um produto',
        text: ['A loja conhece melhor o que vende. A página dela está em cada produto.'],
      },
      {
        heading: 'Quando algo deu errado em uma página',
        text: [
          'Diga o número que a página mostrou, o que você fez antes e mais ou menos quando. Com o número nós encontramos.',
        ],
      },
    ],
  },
};
