import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'Nasıl korunuyorsunuz',
    summary: 'Ürün elinize ulaşana kadar ödemenizi biz tutarız ve mağazaların kim olduğunu biliriz.',
    act: {
      text: 'Hesabınızı güvenceye alın',
      href: '/account/security',
    },
    parts: [
      {
        heading: 'Paranız bizde bekler',
        text: [
          'Mağazaya, siz teslimatı onaylayınca ödenir. Bir şey demezseniz sipariş, kargo firmasının teslimatından 15 gün sonra veya teslimat bildirilmediyse gönderimden 60 gün sonra onaylanmış sayılır. O zamana kadar para size geri dönebilir.',
        ],
      },
      {
        heading: 'Kim satıyor',
        text: [
          'Her mağaza satıştan önce arkasında kimin olduğunu bize kanıtlar, her ilana da gösterilmeden önce bakılır. Mağazanın sayfası şirket mi özel kişi mi olduğunu söyler.',
        ],
      },
      {
        heading: 'Nasıl güvende kalırsınız',
        text: [
          '- Yalnızca bizim ödeme adımımızda ödeyin. Havale veya başka bir site isteyen mağaza bu korumadan çıkmak istiyordur: [bize bildirin](/help/contact).',
          '- E-postayla veya telefonla asla şifrenizi, kart numaranızı veya bankanızdan gelen bir kodu istemeyiz.',
          '- Bu site için ayrı bir şifre kullanın ve [Giriş ve cihazlar](/account/security) altında ikinci adımı açın.',
        ],
      },
    ],
  },
  account: {
    title: 'Hesabınız',
    summary: 'Hesap ne işe yarar, yeniden nasıl girilir, verileriniz nasıl alınır veya silinir.',
    act: {
      text: 'Hesabınıza gidin',
      href: '/account',
    },
    parts: [
      {
        heading: 'Hesaba ihtiyacım var mı',
        text: [
          'Hayır. Yalnızca bir e-posta adresiyle sipariş verip siparişi e-postamızdaki bağlantıyla takip edebilirsiniz. Hesapla adres saklar, bütün siparişleri tek yerde görür, hiçbir şeyi iki kez yazmazsınız. Aynı adresle [bir hesap açın](/sign-up); önceki siparişler bağlantılarıyla bulunur.',
        ],
      },
      {
        heading: 'Yeniden giriş',
        text: [
          'Şifrenizi hatırlamıyorsanız [yenisini isteyin](/forgot-password). E-postadaki bağlantı bir kez ve kısa süre çalışır. E-posta gelmediyse spam klasörüne bakın ve adresi kontrol edin.',
        ],
      },
      {
        heading: 'Şifresiz giriş',
        text: [
          '[Geçiş anahtarıyla](/account/passkeys) hesabı parmağınız, yüzünüz veya telefonunuzun kodu açar. Tarayıcınız onu e-posta alanında önerir. Şifre, anahtarı olmayan cihazlar için kalır.',
          '[İkinci adım](/account/second-step), şifreden sonra telefonunuzdan bir kod ister. Kurtarma kodlarını saklayın: telefon kaybolursa her biri hesabı bir kez açar.',
        ],
      },
      {
        heading: 'Dil, ülke ve para birimi',
        text: [
          'Bunları [Teslimat, dil ve para birimi](/preferences) altında seçin. Fiyatlar bundan sonra o para biriminde gösterilir.',
        ],
      },
      {
        heading: 'Verileriniz',
        text: [
          '[Hesabınız](/account) sayfasında sizinle ilgili bildiklerimizi, neyi değiştirebileceğinizi, alabileceğinizi veya silebileceğinizi görürsünüz.',
          '[Verileriniz](/account/data) sayfasında baktıklarınızın saklanıp saklanmayacağını belirler, elimizdeki her şeyin kopyasını alır veya hesabı silersiniz. Silmede vazgeçmek için yedi gün vardır.',
        ],
      },
    ],
  },
  contact: {
    title: 'Bize yazın',
    summary: 'Kime ne sorulur, elinizde ne bulunsun.',
    act: {
      text: 'Siparişlerinize bakın',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Bir sipariş hakkında',
        text: [
          'Onunla ilgili gönderdiğimiz herhangi bir e-postayı yanıtlayın: insanlar okur. Sipariş numarasını konuda bırakın. Ne olduğunu, ne zamandan beri olduğunu ve ne istediğinizi yazın; bir şey kırıksa fotoğraf ekleyin.',
          'Paketin nerede olduğu, ne zaman ödeneceği ve bundan sonra ne yapabileceğiniz siparişin kendisinde, [Siparişleriniz](/account/orders) altında yazar.',
        ],
      },
      {
        heading: 'Bir ürün hakkında',
        text: [
          'Ürünlerini en iyi mağaza bilir. Ürünün kendi sayfasında sorun: mağaza orada yanıtlar ve o zaman bir e-posta alırsınız.',
        ],
      },
      {
        heading: 'Bir sayfada bir şey ters gittiyse',
        text: [
          'Sayfanın gösterdiği numarayı, önce ne yaptığınızı ve aşağı yukarı ne zaman olduğunu yazın. Numarayla buluruz.',
        ],
      },
    ],
  },
};
