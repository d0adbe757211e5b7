import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Ödeme nasıl işler',
    summary: 'Ne ödersiniz, ne zaman ve ürün gelene kadar para nerededir.',
    act: {
      text: 'Siparişlerinize ve ödenenlere bakın',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Ödemeden önce tek toplam',
        text: [
          'Ödeme adımında ürünü, her paketin kargosunu ve toplamı kendi para biriminizle görürsünüz. Mağaza başka bir para biriminde fiyat veriyorsa kur toplamın yanında yazar ve siz öderken sabit kalır.',
          'Sepetinizde birkaç mağazadan ürün olsa da bir kez ödersiniz. Her mağaza kendi siparişini alır; bunları ayrı ayrı takip edebilir, iptal edebilir veya onaylayabilirsiniz.',
        ],
      },
      {
        heading: 'Ödeme yolları',
        text: [
          'Hangi yolların olduğu ülkenize bağlıdır. Ödeme adımı yalnızca size uygun olanları ve sonra ne olacağını gösterir.',
          '- [Kart](/help/card): kredi kartları, çoğu ülkede. Brezilya’da taksitle de.',
          '- [Pix](/help/pix): Brezilya, saniyeler içinde.',
          '- [Boleto](/help/boleto): Brezilya, herhangi bir bankada veya bankanızın uygulamasında.',
        ],
      },
      {
        heading: 'Parayı biz tutarız',
        text: [
          'Ödemeniz hemen mağazaya gitmez. Ürünün geldiğini söyleyene veya bunu söyleme süresi dolana kadar biz tutarız. Bakınız: [nasıl korunuyorsunuz](/help/safety).',
        ],
      },
      {
        heading: 'Ödeme geçmezse',
        text: [
          'Siparişiniz ödeme süresi dolana kadar olduğu gibi kalır, ürün sizin için ayrılmış durur. [Siparişleriniz](/account/orders) altında veya e-postamızdaki bağlantıyla açıp başka yolla ödeyin.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Boleto ile ödeme',
    summary: 'Barkodlu bir fiş alır, üç gün içinde Brezilya’daki herhangi bir bankada ödersiniz.',
    act: {
      text: 'Fişi siparişlerinizde bulun',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Nasıl olur',
        text: [
          '- Ödeme adımında boleto seçin ve yasanın istediği, ödeyenin CPF veya CNPJ numarasını yazın.',
          '- Fişi alırsınız: yazılabilir satırı bankanızın uygulamasına kopyalayın veya yazdırıp bankada ya da şans oyunu bayisinde ödeyin.',
          '- Bankalar ödemeyi bize sonraki iş günü veya ondan bir gün sonra bildirir. O zaman mağazaya göndermesi söylenir.',
        ],
      },
      {
        heading: 'Ne kadar süreniz var',
        text: [
          'Fişin vadesi siparişten üç gün sonradır, ürün o zamana kadar ayrılır. Sayfayı kapatabilirsiniz: fiş siparişinizde ve e-postamızda bekler.',
          'Zamanında bir şey gelmezse sipariş düşer ve borcunuz olmaz. Geç ödenen fiş, ürün hâlâ varsa geçerlidir; yoksa tutarın tamamını geri alırsınız.',
        ],
      },
      {
        heading: 'Paranın iadesi',
        text: ['Boleto geri alınamaz, bu yüzden iade ödeyenin hesabına havaleyle gelir.'],
      },
    ],
  },
  pix: {
    title: 'Pix ile ödeme',
    summary: 'QR kodu okutun veya kodu bankanızın uygulamasına kopyalayın; günün her saati saniyeler içinde ödenir.',
    act: {
      text: 'Ödemek için siparişinizi açın',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Nasıl olur',
        text: [
          '- Ödeme adımında Pix seçin. Bir QR kodu ve aynısını kopyalanacak metin olarak görürsünüz.',
          '- Bankanızın uygulamasını açın, Pix seçin, kodu okutun veya metni yapıştırın, tutarı kontrol edip onaylayın.',
          '- Bu sayfa ödemeyi kendiliğinden fark eder, genellikle saniyeler içinde.',
        ],
      },
      {
        heading: 'Ne kadar süreniz var',
        text: [
          'Kod 30 dakika geçerlidir. Süresi dolunca sipariş düşer ve borcunuz olmaz; yeni kod için yeniden sipariş verin.',
        ],
      },
      {
        heading: 'Paranın iadesi',
        text: ['İadeler, ödemeden sonra 90 güne kadar, Pix ile ödeyen hesaba döner.'],
      },
    ],
  },
  card: {
    title: 'Kartla ödeme',
    summary: 'Kart numarasını ödeme kuruluşunun kendi sayfasına yazarsınız; bize hiç ulaşmaz.',
    act: {
      text: 'Siparişinizi açıp başka yolla ödeyin',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Nasıl olur',
        text: [
          '- Ödeme adımında kart seçin. Kart bilgilerini yazacağınız ödeme kuruluşu sayfasına götürülürsünüz.',
          '- Bankanız uygulamasında veya bir kodla onay isteyebilir. Bu 3-D Secure’dur ve sizi korur.',
          '- Siparişinize geri dönersiniz. Yolda bağlantınız koparsa hiçbir şey iki kez ödenmez: ne olduğunu kuruluşa sorarız.',
        ],
      },
      {
        heading: 'Kart reddedilirse',
        text: [
          'Bize yalnızca bankanın hayır dediği söylenir. Numarayı, tarihi ve limiti kontrol edin, bankanıza sorun veya 30 dakika içinde aynı siparişten başka yolla ödeyin.',
        ],
      },
      {
        heading: 'Taksit',
        text: ['Brezilya’da kartla 12 taksite kadar ödenebilir. Ödeme adımı her birinin tutarını söyler.'],
      },
      {
        heading: 'Paranın iadesi',
        text: [
          'İadeler, ödemeden sonra 180 güne kadar, aynı karta gider. Bankaların göstermesi birkaç gün sürer; sipariş ne zaman gönderdiğimizi söyler.',
        ],
      },
    ],
  },
};
