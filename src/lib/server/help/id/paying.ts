import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'Cara kerja pembayaran',
    summary: 'Berapa dan kapan Anda membayar, dan di mana uangnya sampai barang Anda terima.',
    act: {
      text: 'Lihat pesanan Anda dan yang sudah dibayar',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Satu total, sebelum Anda membayar',
        text: [
          'Saat checkout Anda melihat harga barang, ongkos kirim setiap paket, dan total dalam mata uang Anda. Jika harga toko dalam mata uang lain, kursnya tertulis di samping total dan dikunci selama Anda membayar.',
          'Anda membayar sekali, juga jika keranjang berisi barang dari beberapa toko. Setiap toko lalu mendapat pesanannya sendiri, yang dapat Anda lacak, batalkan, atau terima terpisah dari yang lain.',
        ],
      },
      {
        heading: 'Cara bayar',
        text: [
          'Cara yang tersedia bergantung pada negara Anda. Checkout hanya menampilkan yang berlaku untuk Anda, beserta langkah selanjutnya.',
          '- [Kartu](/help/card): kartu kredit, di sebagian besar negara. Di Brasil juga dengan cicilan.',
          '- [Pix](/help/pix): Brasil, dalam hitungan detik.',
          '- [Boleto](/help/boleto): Brasil, di bank mana pun atau di aplikasi bank Anda.',
        ],
      },
      {
        heading: 'Kami menahan uangnya',
        text: [
          'Pembayaran Anda tidak langsung masuk ke toko. Kami menahannya sampai Anda menyatakan barang sudah tiba, atau sampai batas waktunya lewat. Lihat [perlindungan Anda](/help/safety).',
        ],
      },
      {
        heading: 'Jika pembayaran gagal',
        text: [
          'Pesanan Anda tetap ada sampai batas waktu bayarnya lewat, dan barangnya tetap disimpan untuk Anda. Buka di [Pesanan Anda](/account/orders), atau lewat tautan di email kami, dan bayar dengan cara lain.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Membayar dengan boleto',
    summary: 'Anda mendapat slip dengan kode batang dan membayarnya di bank mana pun di Brasil dalam tiga hari.',
    act: {
      text: 'Temukan slip di pesanan Anda',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Caranya',
        text: [
          '- Pilih boleto saat checkout dan ketik CPF atau CNPJ pembayar, yang diwajibkan hukum.',
          '- Anda mendapat slip: salin nomornya ke aplikasi bank Anda, atau cetak dan bayar di bank atau gerai lotre.',
          '- Bank memberi tahu kami pada hari kerja berikutnya atau lusanya. Lalu toko diminta mengirim.',
        ],
      },
      {
        heading: 'Batas waktunya',
        text: [
          'Slip jatuh tempo tiga hari setelah Anda memesan, dan barangnya disimpan sampai saat itu. Anda boleh menutup halaman: slipnya ada di pesanan Anda dan di email kami.',
          'Jika tidak ada yang masuk tepat waktu, pesanan kedaluwarsa dan Anda tidak berutang apa pun. Slip yang terlambat dibayar tetap berlaku jika barangnya masih ada; jika tidak, seluruh uang Anda kembali.',
        ],
      },
      {
        heading: 'Pengembalian uang',
        text: ['Boleto tidak dapat dibalikkan, jadi pengembalian dana dikirim sebagai transfer ke rekening pembayar.'],
      },
    ],
  },
  pix: {
    title: 'Membayar dengan Pix',
    summary:
      'Pindai kode QR atau salin kode ke aplikasi bank Anda; pembayaran selesai dalam hitungan detik, kapan saja.',
    act: {
      text: 'Buka pesanan Anda untuk membayar',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Caranya',
        text: [
          '- Pilih Pix saat checkout. Anda melihat kode QR, dan kode yang sama sebagai teks untuk disalin.',
          '- Buka aplikasi bank Anda, pilih Pix, pindai kode atau tempel teksnya, periksa jumlahnya, dan konfirmasi.',
          '- Halaman ini mengenali pembayaran dengan sendirinya, biasanya dalam hitungan detik.',
        ],
      },
      {
        heading: 'Batas waktunya',
        text: [
          'Kode berlaku 30 menit. Setelah itu pesanan kedaluwarsa dan Anda tidak berutang apa pun; pesan lagi untuk mendapat kode baru.',
        ],
      },
      {
        heading: 'Pengembalian uang',
        text: ['Pengembalian dana dikirim lewat Pix ke rekening yang membayar, hingga 90 hari setelah pembayaran.'],
      },
    ],
  },
  card: {
    title: 'Membayar dengan kartu',
    summary: 'Anda mengetik nomor kartu di halaman penyedia pembayaran; nomornya tidak pernah sampai ke kami.',
    act: {
      text: 'Buka pesanan Anda dan bayar dengan cara lain',
      href: '/account/orders',
    },
    parts: [
      {
        heading: 'Caranya',
        text: [
          '- Pilih kartu saat checkout. Anda dibawa ke halaman penyedia pembayaran, tempat mengetik data kartu.',
          '- Bank Anda mungkin meminta konfirmasi di aplikasinya atau dengan kode. Itu 3-D Secure dan melindungi Anda.',
          '- Anda kembali ke pesanan. Jika koneksi terputus di tengah jalan, tidak ada yang dibayar dua kali: kami menanyakan hasilnya kepada penyedia.',
        ],
      },
      {
        heading: 'Jika kartu ditolak',
        text: [
          'Kami hanya diberi tahu bahwa bank menolak. Periksa nomor, tanggal, dan batas kartu, tanyakan ke bank Anda, atau bayar dengan cara lain dari pesanan yang sama dalam 30 menit.',
        ],
      },
      {
        heading: 'Cicilan',
        text: ['Di Brasil kartu dapat dibayar dengan hingga 12 cicilan. Checkout menampilkan besar setiap cicilan.'],
      },
      {
        heading: 'Pengembalian uang',
        text: [
          'Pengembalian dana masuk ke kartu yang sama, hingga 180 hari setelah pembayaran. Bank perlu beberapa hari untuk menampilkannya; pesanan menyebutkan kapan kami mengirimnya.',
        ],
      },
    ],
  },
};
