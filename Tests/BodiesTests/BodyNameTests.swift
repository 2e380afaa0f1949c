import Testing

@testable import Bodies

@Suite("What the names of bodies tell")
struct BodyNameTests {
  @Test(
    "Level and sector",
    arguments: [
      ("云岭省人民政府", "province", "government"),
      ("上海市科学技术委员会", "province", "science"),
      ("上海市浦东新区人民政府", "county", "government"),
      ("上海市徐汇区生态环境局", "county", "environment"),
      ("内蒙古自治区公安厅", "province", "police"),
      ("宿迁市人民政府办公室", "prefecture", "office"),
      ("福建省宁德市人民政府", "prefecture", "government"),
      ("黔东南州生态环境局", "prefecture", "environment"),
      ("黔东南苗族侗族自治州人民政府", "prefecture", "government"),
      ("锡林郭勒盟行政公署", "-", "-"),
      ("阿里地区卫生健康委员会", "prefecture", "health"),
      ("青禾区市场监督管理局", "county", "market"),
      ("青禾区城市管理局", "county", "urban"),
      ("广州市城市管理和综合行政执法局", "prefecture", "urban"),
      ("澜溪县人民政府", "county", "government"),
      ("鄂伦春自治旗农业农村局", "county", "agriculture"),
      ("神农架林区人民政府", "county", "government"),
      ("苏州市昆山市财政局", "county", "finance"),
      ("云岭市石桥市公安局", "county", "police"),
      ("延边朝鲜族自治州敦化市人民政府", "county", "government"),
      ("青禾区长安街道办事处", "township", "government"),
      ("澜溪县白水镇人民政府", "township", "government"),
      ("澜溪县青山乡人民政府", "township", "government"),
      ("云岭市人民政府外事办公室", "-", "foreign"),
      ("平潭综合实验区行政审批局", "zone", "services"),
      ("云岭经济技术开发区管理委员会", "zone", "zone"),
      ("河北雄安新区管理委员会", "zone", "zone"),
      ("国家税务总局", "nation", "tax"),
      ("中华人民共和国司法部", "nation", "justice"),
      ("福建省住房和城乡建设厅", "province", "housing"),
      ("新乡市乡村振兴局", "prefecture", "rural"),
      ("景德镇市教育体育局", "prefecture", "education"),
      // A place alone.
      ("宿迁市", "prefecture", "-"), ("上海市", "province", "-"), ("澜溪县", "county", "-"),
      ("平潭综合实验区", "zone", "-"), ("苏州市昆山市", "county", "-"),
    ])
  func derived(name: String, level: String, sector: String) {
    let derived = BodyNames.standard.derived(from: name)
    #expect(derived.level?.rawValue ?? "-" == level, "\(name)")
    #expect(derived.sector?.code ?? "-" == sector, "\(name)")
  }

  @Test(
    "Where the name does not tell, nothing is guessed",
    arguments: [
      // A city of prefecture or of county rank.
      "云岭市人民政府", "津市市人民政府", "福建省石狮市人民政府", "市生态环境局",
      // A branch for a county, with the name of the city.
      "宿迁市泗洪生态环境局", "宿迁市公安局宿城分局",
      // No office, no place, nothing.
      "云岭市", "某某大学", "生态环境局", "幸福社区", "景德镇", "青禾区", "国家", "",
    ])
  func notTold(name: String) {
    #expect(BodyNames.standard.derived(from: name).level == nil, "\(name)")
  }

  @Test("No sector where the rest of the name is no place")
  func restIsNoPlace() {
    for name in ["宿迁市泗洪生态环境局", "云岭市现代农业局", "生态环境局"] {
      #expect(BodyNames.standard.derived(from: name) == .nothing, "\(name)")
    }
  }

  @Test("The file of names holds what it should")
  func resource() {
    let names = BodyNames.standard
    #expect(names.sectors.count > 35)
    #expect(Set(names.sectors.map(\.code)).count == names.sectors.count)
    #expect(names.provinces.count == 34)
    #expect(names.sector(named: "生态环境")?.code == "environment")
    #expect(names.sector(named: "x") == nil)
  }

  @Test("A level is known by its names in either language")
  func levelNames() {
    for level in BodyLevel.allCases {
      for name in [level.rawValue, level.label.chinese, level.rawValue.uppercased()] {
        #expect(BodyLevel(named: name) == level)
      }
    }
    #expect(BodyLevel(named: "区县级") == .county)
    #expect(BodyLevel(named: "级") == nil)
    #expect(BodyLevel.allCases.map(\.position) == Array(0..<BodyLevel.allCases.count))
  }
}
