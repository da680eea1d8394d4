/** Names of one culture: as people write them, and in Latin letters after `=` where an address needs another spelling. */
interface People {
  given: readonly string[];
  family: readonly string[];
  /** What stands between the names. Default: a space. */
  between?: string;
  familyFirst?: boolean;
}

/** Made-up people of many scripts, for a roster that looks like one. */
export const PEOPLE: readonly People[] = [
  {
    given: ['Jane', 'Thomas', 'Emily', 'Marcus', 'Olivia', 'Henry', 'Grace', 'Samuel'],
    family: ['Smith', 'Carter', 'Bennett', 'Hughes', 'Whitfield', 'Morgan', 'Okafor-Lane', 'Reed'],
  },
  {
    given: ['José', 'Lucía', 'Andrés', 'Inés', 'Joaquín', 'Sofía', 'Íñigo', 'Belén'],
    family: ['Álvarez', 'García Peña', 'Muñoz', 'Ibáñez', 'Rodríguez', 'Núñez', 'Ortega', 'Vázquez'],
  },
  {
    given: ['Zoë', 'Jürgen', 'Käthe', 'Matthias', 'Annelie', 'Björn', 'Heike', 'Till'],
    family: ['Müller', 'Schäfer', 'Groß', 'Köhler', 'von der Heide', 'Bäcker', 'Lindner', 'Weiß'],
  },
  {
    given: ['Chloé', 'Étienne', 'Aurélie', 'François', 'Maëlle', 'Théo', 'Hélène', 'Benoît'],
    family: ['Lefèvre', 'Durand', 'Gauthier', 'Béranger', 'Desrosiers', 'L’Hermitte', 'Moreau', 'Côté'],
  },
  {
    given: ['Łukasz', 'Agnieszka', 'Michał', 'Małgorzata', 'Paweł', 'Zuzanna', 'Grzegorz', 'Kasia'],
    family: ['Wiśniewski', 'Dąbrowska', 'Kowalczyk', 'Zając', 'Wójcik', 'Lewandowska', 'Szymański', 'Górska'],
  },
  {
    given: ['Ayşe', 'Emre', 'Zeynep', 'Çağlar', 'Işıl', 'Oğuz', 'Şebnem', 'Kerem'],
    family: ['Yılmaz', 'Öztürk', 'Şahin', 'Çelik', 'Doğan', 'Aydın', 'Güneş', 'Kılıç'],
  },
  {
    given: ['Oluwaseun', 'Chidinma', 'Kwame', 'Ama', 'Thandiwe', 'Tendai', 'Wanjirũ', 'Amara'],
    family: ['Adeyemi', 'Nwosu', 'Mensah', 'Boateng', 'Dlamini', 'Moyo', 'Kamau', 'Okonkwo'],
  },
  {
    given: ['Søren', 'Åsa', 'Linnéa', 'Bjørn', 'Ingrid', 'Eyþór', 'Päivi', 'Lærke'],
    family: ['Østergaard', 'Lindström', 'Håkansson', 'Ødegård', 'Nyström', 'Jónsdóttir', 'Mäkinen', 'Kjær'],
  },
  {
    given: ['Ngọc', 'Hương', 'Quốc Bảo', 'Thảo', 'Đức', 'Minh', 'Lan Anh', 'Tuấn'],
    family: ['Nguyễn', 'Trần', 'Phạm', 'Lê', 'Đặng', 'Vũ', 'Bùi', 'Hoàng'],
    familyFirst: true,
  },
  {
    given: ['美咲=misaki', '健太=kenta', '陽菜=hina', '翔=sho', '真央=mao', '大輔=daisuke', '結衣=yui', '拓海=takumi'],
    family: [
      '田中=tanaka',
      '佐藤=sato',
      '鈴木=suzuki',
      '高橋=takahashi',
      '渡辺=watanabe',
      '小林=kobayashi',
      '山本=yamamoto',
      '斎藤=saito',
    ],
    familyFirst: true,
  },
  {
    given: [
      '伟=wei',
      '秀英=xiuying',
      '欣怡=xinyi',
      '浩然=haoran',
      '雨桐=yutong',
      '建国=jianguo',
      '静=jing',
      '子涵=zihan',
    ],
    family: ['王=wang', '李=li', '张=zhang', '刘=liu', '陈=chen', '杨=yang', '黄=huang', '欧阳=ouyang'],
    between: '',
    familyFirst: true,
  },
  {
    given: [
      '민준=minjun',
      '서연=seoyeon',
      '지훈=jihoon',
      '하은=haeun',
      '도윤=doyun',
      '수빈=subin',
      '예진=yejin',
      '현우=hyunwoo',
    ],
    family: ['김=kim', '이=lee', '박=park', '최=choi', '정=jung', '강=kang', '조=cho', '윤=yoon'],
    between: '',
    familyFirst: true,
  },
  {
    given: [
      'فاطمة=fatima',
      'يوسف=youssef',
      'ليلى=layla',
      'عمر=omar',
      'نور=nour',
      'خالد=khaled',
      'سارة=sara',
      'حسن=hassan',
    ],
    family: [
      'الزهراني=alzahrani',
      'منصور=mansour',
      'حداد=haddad',
      'الشريف=alsharif',
      'خوري=khoury',
      'النجار=alnajjar',
      'سليمان=suleiman',
      'بركات=barakat',
    ],
  },
  {
    given: [
      'נועה=noa',
      'איתן=eitan',
      'תמר=tamar',
      'יונתן=yonatan',
      'מאיה=maya',
      'אורי=uri',
      'שירה=shira',
      'דניאל=daniel',
    ],
    family: [
      'כהן=cohen',
      'לוי=levi',
      'מזרחי=mizrahi',
      'פרץ=peretz',
      'ביטון=biton',
      'אברהם=avraham',
      'גולן=golan',
      'שפירא=shapira',
    ],
  },
  {
    given: [
      'अनन्या=ananya',
      'रोहन=rohan',
      'प्रिया=priya',
      'अर्जुन=arjun',
      'मीरा=meera',
      'विक्रम=vikram',
      'काव्या=kavya',
      'आदित्य=aditya',
    ],
    family: [
      'शर्मा=sharma',
      'पटेल=patel',
      'सिंह=singh',
      'गुप्ता=gupta',
      'अय्यर=iyer',
      'जोशी=joshi',
      'मेहता=mehta',
      'बनर्जी=banerjee',
    ],
  },
  {
    given: [
      'Олександр=oleksandr',
      'Дарина=daryna',
      'Тарас=taras',
      'Соломія=solomiia',
      'Андрій=andrii',
      'Юлія=yuliia',
      'Богдан=bohdan',
      'Ірина=iryna',
    ],
    family: [
      'Шевченко=shevchenko',
      'Коваль=koval',
      'Мельник=melnyk',
      'Бондаренко=bondarenko',
      'Ткаченко=tkachenko',
      'Лисенко=lysenko',
      'Гриценко=hrytsenko',
      'Мороз=moroz',
    ],
  },
];
