/**
 * What the demo marketplace sells: one line a good, in two languages, with what customs and carriers ask. The pictures are
 * Microsoft's Fluent emoji in 3-D (MIT), from the package @lobehub/fluent-emoji-3d.
 *
 * emoji | category | store | English | Portuguese | price in yuan | grams | mm | HS | attributes
 */
const lines = `
1fad6|kettles|haitang|Electric kettle|Chaleira elétrica|168|1150|230x190x240|851610|capacity=1.7 material=steel power=1500 voltage=both
1fad6|kettles|haitang|Stovetop kettle|Chaleira de fogão|129|980|220x200x220|732393|capacity=2.2 material=steel
1f375|tableware|haitang|Tea cup set|Jogo de xícaras de chá|88|900|260x180x110|691110|material=porcelain pieces=4
2615|coffee-makers|haitang|Moka coffee pot|Cafeteira italiana|95|620|180x110x200|761510|brews=moka capacity=0.3
1f373|cookware|haitang|Frying pan|Frigideira|116|1240|470x280x60|761510|material=aluminium diameter=28
1f958|cookware|haitang|Casserole|Caçarola|219|3400|310x260x170|732394|material=iron diameter=24
1f372|cookware|haitang|Stock pot|Panela funda|185|2100|300x270x210|732393|material=steel diameter=26
1f35c|tableware|jingde|Ramen bowl|Tigela de lámen|58|640|190x190x90|691200|material=ceramic pieces=1 diameter=18
1f37d-fe0f|tableware|jingde|Dinner plate set|Jogo de pratos rasos|149|2600|290x290x120|691110|material=porcelain pieces=6 diameter=27
1f3fa|tableware|jingde|Flower vase|Vaso de flores|132|1300|180x180x320|691390|material=ceramic
1f962|tableware|jingde|Chopstick set|Jogo de hashis|32|160|260x80x25|441911|material=bamboo pieces=10
1f944|tableware|jingde|Spoon set|Jogo de colheres|46|380|230x120x40|821599|material=steel pieces=6
1f377|tableware|jingde|Wine glass pair|Par de taças de vinho|79|520|240x130x230|701337|material=glass pieces=2
1f9fa|tableware|jingde|Bread basket|Cesto de pão|54|310|300x220x100|460212|material=bamboo pieces=1
1f6cf-fe0f|bedding|liangchen|Duvet cover set|Jogo de capa de edredom|238|1850|380x300x110|630231|material=cotton pieces=4
1f6cf-fe0f|bedding|liangchen|Summer quilt|Edredom de verão|199|1200|380x300x140|940490|material=silk pieces=1
1f4a1|lamps|guangming|Reading lamp|Luminária de leitura|139|1050|420x180x150|940521|stands=table power=9 light=600
1f3ee|lamps|guangming|Paper lantern|Lanterna de papel|42|210|330x330x60|940542|stands=ceiling power=7
1f56f-fe0f|lamps|guangming|Candle light with flicker|Luz de vela tremulante|36|180|150x90x90|940521|stands=table power=1
1f526|camping|guangming|Head torch|Lanterna de cabeça|65|95|90x70x60|851310|
1f4f1|mobile-phones|xinghe|Smartphone|Smartphone|1399|390|180x95x50|851713|memory=8 storage=256 screen=6.6
1f4f1|phone-cases|xinghe|Phone case|Capinha de celular|29|45|180x100x20|392690|fits=Xinghe%20S8 material=silicone
1f3a7|headphones|xinghe|Wireless headphones|Fones de ouvido sem fio|259|310|210x190x85|851830|worn=over-ear connection=bluetooth plays=40
1f3a7|headphones|xinghe|Studio headphones|Fones de estúdio|189|290|210x190x90|851830|worn=over-ear connection=wire
1f50a|speakers|xinghe|Travel speaker|Caixa de som portátil|149|540|190x80x80|851821|connection=bluetooth power=12 portable=yes
1f4fb|speakers|xinghe|Kitchen radio|Rádio de cozinha|119|720|220x120x90|852791|connection=wire power=5
1f50c|chargers-cables|xinghe|USB-C charger 65 W|Carregador USB-C 65 W|89|140|90x70x40|850440|plugs-in=usb-c power=65 voltage=both
1f50b|power-banks|xinghe|Power bank 10 000 mAh|Carregador portátil 10 000 mAh|109|240|150x75x25|850760|battery-size=10000 energy=37 ports=2
231a|smart-watches|xinghe|Smart watch|Relógio inteligente|329|120|110x90x80|851762|screen=1.4 lasts=10 heart=yes gps=yes
1f4bb|laptops|xinghe|Light laptop|Notebook leve|3299|1900|380x270x70|847130|memory=16 storage=512 screen=14
2328-fe0f|keyboards-mice|xinghe|Mechanical keyboard|Teclado mecânico|219|890|390x160x50|847160|device=keyboard connection=wire
1f5b1-fe0f|keyboards-mice|xinghe|Quiet mouse|Mouse silencioso|69|120|140x90x55|847160|device=mouse connection=radio
1f4be|data-storage|xinghe|Pocket drive 1 TB|SSD de bolso 1 TB|429|90|130x80x25|852351|storage=1000 store=ssd
1f457|dresses|suzhou|Summer dress|Vestido de verão|158|280|300x250x35|620442|material=cotton length=knee
1f458|dresses|suzhou|Kimono robe|Quimono|228|420|330x260x45|620449|material=silk length=long
1f455|shirts-tops|suzhou|T-shirt|Camiseta|59|190|280x230x25|610910|material=cotton sleeves=short
1f45a|shirts-tops|suzhou|Blouse|Blusa|98|180|290x230x25|620640|material=viscose sleeves=long
1f456|trousers|suzhou|Jeans|Calça jeans|149|620|330x270x50|620342|material=denim fit=regular
1fa73|trousers|suzhou|Swim shorts|Bermuda de banho|68|170|270x220x25|620343|material=polyester fit=regular
1f9e5|jackets-coats|suzhou|Wool coat|Casaco de lã|369|1350|420x330x90|620130|material=wool hood=no
1f9e3|jackets-coats|suzhou|Padded jacket|Jaqueta acolchoada|259|860|410x330x120|620140|material=nylon hood=yes waterproof=yes
1f45f|shoes|quanzhou|Running shoes|Tênis de corrida|218|760|330x210x120|640411|material=textile wear=trainers
1f97e|shoes|quanzhou|Walking boots|Botas de caminhada|298|1180|340x260x130|640391|material=leather wear=boots
1f460|shoes|quanzhou|Evening shoes|Sapato de festa|189|620|310x190x120|640359|material=faux-leather wear=dress
1f45e|shoes|quanzhou|Derby shoes|Sapato derby|249|940|330x210x120|640359|material=leather wear=dress
1f461|shoes|quanzhou|Sandals|Sandálias|92|420|300x200x100|640299|material=rubber wear=sandals
1fa74|shoes|quanzhou|Beach slippers|Chinelos de praia|35|260|300x200x80|640220|material=rubber wear=slippers
1f392|backpacks|quanzhou|School backpack|Mochila escolar|139|780|440x310x120|420292|material=polyester capacity=22
1f45c|handbags-wallets|quanzhou|Shoulder bag|Bolsa de ombro|199|690|340x270x110|420222|material=faux-leather closes=zip
1f45b|handbags-wallets|quanzhou|Coin purse|Porta-moedas|39|75|130x100x30|420232|material=leather closes=button
1f4bc|handbags-wallets|quanzhou|Brief bag|Pasta executiva|269|1100|410x310x110|420212|material=leather closes=buckle
1f9f4|skin-care|lihua|Hand cream|Creme para as mãos|39|110|150x55x40|330499|contents=Aqua,%20glycerin,%20shea%20butter skin=dry
1f9fc|skin-care|lihua|Olive soap|Sabonete de oliva|26|130|90x65x35|340111|contents=Olive%20oil,%20water,%20lye skin=all
1f484|make-up|lihua|Lip colour|Batom|58|45|90x35x35|330410|where=lips contents=Ricinus%20oil,%20wax,%20pigment
1faa5|oral-care|lihua|Bamboo toothbrush pair|Par de escovas de bambu|24|40|220x60x25|960321|device=brush pieces=2
1f9f1|building-toys|wanle|Building bricks|Blocos de montar|99|940|320x240x90|950300|from-age=4 pieces=420
1f9f8|dolls-figures|wanle|Teddy bear|Ursinho de pelúcia|68|380|280x220x160|950300|from-age=1 height=35
1fa86|dolls-figures|wanle|Nesting dolls|Bonecas de encaixe|75|420|180x110x110|950300|from-age=3 height=16
1f916|dolls-figures|wanle|Tin robot|Robô de lata|86|450|200x140x110|950300|from-age=6 height=18
1f9e9|puzzles-games|wanle|Picture puzzle|Quebra-cabeça|52|610|280x200x60|950300|from-age=8 pieces=1000
1f3b2|puzzles-games|wanle|Dice game|Jogo de dados|38|240|160x120x50|950440|from-age=6 players='2
265f-fe0f|puzzles-games|wanle|Chess set|Jogo de xadrez|119|1300|320x320x70|950490|from-age=6 players='2
1fa81|puzzles-games|wanle|Kite|Pipa|45|210|620x120x40|950300|from-age=5 players='1
26fa|camping|kuaile|Two-person tent|Barraca para duas pessoas|299|2600|470x180x180|630622|sleeps=2 waterproof=yes
1f6b2|cycling|kuaile|Bicycle repair kit|Kit de reparo de bicicleta|58|430|200x130x60|871499|material=steel
1f94a|fitness|kuaile|Boxing gloves|Luvas de boxe|129|720|330x220x150|950691|material=rubber
1f3f8|fitness|kuaile|Badminton set|Kit de badminton|108|860|690x240x70|950659|material=steel
1f3c0|fitness|kuaile|Basketball|Bola de basquete|79|640|250x250x250|950662|material=rubber
1f528|hand-tools|kuaile|Claw hammer|Martelo de unha|49|690|330x130x40|820520|material=steel length=33
1fa9b|hand-tools|kuaile|Screwdriver set|Jogo de chaves de fenda|66|580|250x150x50|820540|material=steel pieces=12
1f9f0|hand-tools|kuaile|Tool box|Caixa de ferramentas|119|1900|410x210x190|820600|material=metal pieces=36
1fab4|gardening|kuaile|Plant pot set|Kit de vasos|74|1250|260x260x220|691390|material=ceramic pieces=3
1f48d|jewellery|suzhou|Silver ring|Anel de prata|118|15|60x60x40|711311|material=silver-925 worn=finger
1f4ff|jewellery|suzhou|Bead necklace|Colar de contas|56|55|120x90x30|711719|material=glass worn=neck
231a|watches|xinghe|Wrist watch|Relógio de pulso|229|160|110x100x80|910211|works=quartz material=leather
1f4d3|stationery|jingde|Notebook|Caderno|28|310|220x150x25|482010|paper=a5 pieces=1
1f58a-fe0f|stationery|jingde|Fountain pen|Caneta-tinteiro|69|55|170x60x35|960830|material=metal pieces=1
1f3a8|craft-supplies|jingde|Watercolour box|Estojo de aquarela|88|360|240x120x40|321310|pieces=24
1f9f6|craft-supplies|liangchen|Merino yarn|Fio de merino|48|220|180x120x100|510910|material=wool pieces=4
1f9b4|pet-supplies|wanle|Dog chew toy|Brinquedo de morder|25|150|180x90x60|392690|animal=dog material=rubber
1f4d5|e-books|haitang|E-book: The way of tea|E-book: O caminho do chá|19|0|||author=Lin%20Yue format=epub pages=180 language=en
1f5bc-fe0f|design-files|jingde|Poster files: Blue and white|Arquivos de pôster: Azul e branco|35|0|||format=pdf commercial=no
1f4bf|software|xinghe|Photo sorter licence|Licença do organizador de fotos|99|0|||runs-on=windows seats=1 months=12
`;

export interface Good {
  emoji: string;
  category: string;
  store: string;
  titles: { en: string; 'pt-BR': string };
  /** Whole yuan. */
  price: number;
  grams: number;
  sizeMm: [number, number, number];
  hs: string;
  attributes: Record<string, string | number | boolean>;
  digital: boolean;
}

/** Numbers and yes or no as themselves; a stroke before a number keeps it text. */
function value(text: string): string | number | boolean {
  if (text.startsWith("'")) return text.slice(1);
  if (text === 'yes' || text === 'no') return text === 'yes';
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : decodeURIComponent(text);
}

export const goods: Good[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [emoji, category, store, en, pt, price, grams, size, hs, attributes] = line.split('|') as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const pairs = attributes.trim().split(' ').filter(Boolean);
    const sides = size === '' ? [0, 0, 0] : size.split('x').map(Number);
    return {
      emoji,
      category,
      store,
      titles: { en, 'pt-BR': pt },
      price: Number(price),
      grams: Number(grams),
      sizeMm: sides as [number, number, number],
      hs,
      attributes: Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), value(pair.slice(pair.indexOf('=') + 1))]),
      ),
      digital: grams === '0',
    };
  });

/** The same good is made in several ways; each is a product of its own. */
export const editions = [
  {
    code: 'plain',
    en: '',
    pt: '',
    factor: 1,
    says: {
      en: 'Made for every day, checked by hand before it leaves the workshop.',
      'pt-BR': 'Feito para todos os dias, conferido à mão antes de sair da oficina.',
    },
  },
  {
    code: 'fine',
    en: ', fine edition',
    pt: ', edição especial',
    factor: 1.45,
    says: {
      en: 'The better one of the two: finer material, and a gift box.',
      'pt-BR': 'O melhor dos dois: material mais nobre e caixa de presente.',
    },
  },
  {
    code: 'small',
    en: ', compact',
    pt: ', compacto',
    factor: 0.8,
    says: { en: 'A little smaller and lighter: it travels well.', 'pt-BR': 'Um pouco menor e mais leve: viaja bem.' },
  },
] as const;

export const colours = [
  { code: 'ink', names: { en: 'Ink blue', 'pt-BR': 'Azul-tinta' } },
  { code: 'chalk', names: { en: 'Chalk', 'pt-BR': 'Giz' } },
  { code: 'moss', names: { en: 'Moss', 'pt-BR': 'Musgo' } },
] as const;

export interface DemoStore {
  code: string;
  name: string;
  city: string;
  about: { en: string; 'pt-BR': string };
  owner: string;
}

/** Ten makers and traders. Names and people are invented. */
export const stores: DemoStore[] = [
  {
    code: 'haitang',
    name: 'Haitang Kitchen',
    city: 'Shenzhen',
    owner: 'Mei Lin',
    about: {
      en: 'Kettles and pans from a workshop of eighteen people.',
      'pt-BR': 'Chaleiras e panelas de uma oficina de dezoito pessoas.',
    },
  },
  {
    code: 'jingde',
    name: 'Jingde Table',
    city: 'Jingdezhen',
    owner: 'Hao Ren',
    about: {
      en: 'Porcelain and things for the table and the desk.',
      'pt-BR': 'Porcelana e coisas para a mesa e a escrivaninha.',
    },
  },
  {
    code: 'liangchen',
    name: 'Liangchen Bedding',
    city: 'Nantong',
    owner: 'Yan Qiu',
    about: { en: 'Cotton, silk and wool for good sleep.', 'pt-BR': 'Algodão, seda e lã para dormir bem.' },
  },
  {
    code: 'guangming',
    name: 'Guangming Lights',
    city: 'Zhongshan',
    owner: 'Bo Tang',
    about: {
      en: 'Lamps for reading, eating and finding the way.',
      'pt-BR': 'Luminárias para ler, comer e achar o caminho.',
    },
  },
  {
    code: 'xinghe',
    name: 'Xinghe Electronics',
    city: 'Shenzhen',
    owner: 'Jun Zhao',
    about: {
      en: 'Small electronics with two years of warranty.',
      'pt-BR': 'Eletrônicos pequenos com dois anos de garantia.',
    },
  },
  {
    code: 'suzhou',
    name: 'Suzhou Thread',
    city: 'Suzhou',
    owner: 'Xia Wen',
    about: { en: 'Clothes cut and sewn in our own rooms.', 'pt-BR': 'Roupas cortadas e costuradas em nossas salas.' },
  },
  {
    code: 'quanzhou',
    name: 'Quanzhou Shoes and Bags',
    city: 'Quanzhou',
    owner: 'Lei Chen',
    about: { en: 'Shoes and bags since 1994.', 'pt-BR': 'Calçados e bolsas desde 1994.' },
  },
  {
    code: 'lihua',
    name: 'Lihua Care',
    city: 'Guangzhou',
    owner: 'Na Shen',
    about: {
      en: 'Soap, cream and brushes with short lists of contents.',
      'pt-BR': 'Sabonetes, cremes e escovas com poucos ingredientes.',
    },
  },
  {
    code: 'wanle',
    name: 'Wanle Toys',
    city: 'Shantou',
    owner: 'Ping Luo',
    about: {
      en: 'Toys that outlive their batteries, because they have none.',
      'pt-BR': 'Brinquedos que duram mais que as pilhas, porque não usam pilhas.',
    },
  },
  {
    code: 'kuaile',
    name: 'Kuaile Outdoors',
    city: 'Ningbo',
    owner: 'Tao Gu',
    about: { en: 'For the garden, the road and the hills.', 'pt-BR': 'Para o jardim, a estrada e as montanhas.' },
  },
];
