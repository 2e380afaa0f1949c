/// Other code points for the characters that the forms' labels use: radicals that a PDF gives in
/// place of characters, and traditional forms. A character that is missing here keeps a label from
/// being recognised; it never makes one label into another.
enum CharacterVariants {
  private static let pairs: [(variants: String, standard: String)] = [
    // Kangxi and CJK radicals.
    (
      "⼀⼆⼈⼊⼋⼒⼗⼤⼦⼩⼯⼰⽂⽅⽇⽉⽆⽌⽐⽔⽣⽤⽬⽰⽴⾃⾄⾏⾔⾥⾮⾯⻓⻔⻅⻋⻚⺠",
      "一二人入八力十大子小工己文方日月无止比水生用目示立自至行言里非面长门见车页民"
    ),
    // Traditional forms.
    (
      "開規範數條項許罰強費總計發廢現購採處決請機關體業構務會組織絕訴訟複復議維結轉糾進審爭經過對額縣團",
      "开规范数条项许罚强费总计发废现购采处决请机关体业构务会组织绝诉讼复复议维结转纠进审争经过对额县团"
    ),
    (
      "國秘當權益類內屬於執檔資訊報舉訪應無製後專標準門補仍確納繳單長點獲費違",
      "国秘当权益类内属于执档资讯报举访应无制后专标准门补仍确纳缴单长点获费违"
    ),
    (
      "為爲況減係辦動區隻衹護據換繼續認試詢這穩沒萬祕勞務顯別個這種幾與從遲兩條開啟裏裡價頁應",
      "为为况减系办动区只只护据换继续认试询这稳没万秘劳务显别个这种几与从迟两条开启里里价页应"
    ),
    // Compatibility characters, written as code points: editors like to replace them.
    (
      "\u{2FA6}\u{F90A}\u{F966}\u{F967}\u{F969}\u{F97E}\u{F98E}\u{F9D0}\u{F9D1}\u{F9D8}",
      "金金复不数量年类六律"
    ),
    (
      "\u{F9E4}\u{FA01}\u{FA08}\u{FA17}\u{FA4C}\u{FA71}\u{FA72}\u{FAA6}\u{FAA8}\u{FAAE}",
      "理度行益社况全益直类"
    ),
    (
      "\u{FABB}\u{2F811}\u{2F814}\u{2F815}\u{2F81B}\u{2F836}\u{2F857}\u{2F874}\u{2F899}\u{2F8B2}",
      "请具内再况及报当形成"
    ),
    (
      "\u{2F940}\u{2F9D7}\u{2F9EE}",
      "直起开"
    ),
    // 其它 for 其他.
    ("它", "他"),
  ]

  /// From a variant's code point to the standard one.
  static let standard: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for pair in pairs {
      for (variant, standard) in zip(pair.variants.unicodeScalars, pair.standard.unicodeScalars)
      where variant != standard {
        table[variant.value] = standard.value
      }
    }
    return table
  }()
}
