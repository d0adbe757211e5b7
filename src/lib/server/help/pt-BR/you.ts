import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Como você é protegido',
    summary: 'Guardamos o pagamento até a mercadoria chegar e sabemos quem são as lojas.',
    act: { text: 'Proteger sua conta', href: '/account/security' },
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
          '- Use uma senha só para esta loja e ligue a segunda etapa em [Acesso e aparelhos](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Sua conta',
    summary: 'Para que serve a conta, como entrar de novo e como levar ou apagar seus dados.',
    act: { text: 'Ir para sua conta', href: '/account' },
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
        heading: 'Entrar sem senha',
        text: [
          'Com uma [chave de acesso](/account/passkeys), seu dedo, seu rosto ou o código do celular abre a conta. O navegador a oferece no campo do e-mail. A senha continua valendo, para aparelhos sem ela.',
          'A [segunda etapa](/account/second-step) pede um código do seu celular depois da senha. Guarde os códigos de recuperação: cada um abre a conta uma vez, se o celular se perder.',
        ],
      },
      {
        heading: 'Idioma, país e moeda',
        text: ['Escolha em [Entrega, idioma e moeda](/preferences). Os preços passam a aparecer nessa moeda.'],
      },
      {
        heading: 'Seus dados',
        text: [
          'Em [Sua conta](/account) você vê o que sabemos de você e o que pode mudar, levar ou apagar.',
          'Em [Seus dados](/account/data) você diz se guardamos o que você olha, leva uma cópia de tudo o que temos sobre você ou exclui a conta. Para excluir há sete dias em que dá para desistir.',
        ],
      },
    ],
  },
  contact: {
    title: 'Fale conosco',
    summary: 'A quem perguntar o quê, e o que ter à mão.',
    act: { text: 'Ver seus pedidos', href: '/account/orders' },
    parts: [
      {
        heading: 'Sobre um pedido',
        text: [
          'Responda a qualquer e-mail nosso sobre ele: pessoas leem. Deixe o número do pedido no assunto. Diga o que aconteceu, desde quando e o que você gostaria; mande fotos se algo quebrou.',
          'Onde está o pacote, até quando pagar e o que fazer agora está no próprio pedido, em [Seus pedidos](/account/orders).',
        ],
      },
      {
        heading: 'Sobre um produto',
        text: [
          'A loja conhece melhor o que vende. Pergunte na própria página do produto: a loja responde ali, e você recebe um e-mail.',
        ],
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
