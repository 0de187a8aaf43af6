"""Articles of a few paragraphs, written by hand, in several scripts."""

ENGLISH = """The Treasury on Wednesday sanctioned three entities tied to a network that attempted to arrange arms deals
between Russia and North Korea. Officials said a Slovak national had worked with North Korean officials to obtain more
than two dozen kinds of weapons and munitions for Moscow in return for commercial aircraft, raw materials and
commodities. The department said the network continued its efforts after an earlier designation in March, and that
banks which knowingly carry out significant transactions for the companies may themselves be exposed to sanctions.
A spokesman for the Kremlin declined to comment on the measures, while analysts in Seoul said that the announcement
showed how closely the trade was being watched. The companies did not answer requests for comment on Thursday."""
RUSSIAN = """Минфин в среду ввел санкции против трех компаний, связанных с сетью, которая пыталась устроить поставки
вооружений между двумя странами. По данным ведомства, посредник договаривался о получении более двух десятков видов
оружия и боеприпасов в обмен на гражданские самолеты, сырье и товары. В министерстве заявили, что сеть продолжала
работу и после предыдущего решения, принятого в марте, а банки, которые сознательно проводят крупные операции для
этих компаний, сами рискуют попасть под ограничения. В Кремле от комментариев отказались."""
CHINESE = """美国财政部星期三宣布制裁三家实体，
指其与一个企图促成俄罗斯和朝鲜之间武器交易的网络有关。官员表示，一名斯洛伐克公民曾与朝鲜官员合作，为莫斯科获取二十多种武器和弹药，以换取商用飞机、原材料和商品。
财政部说，该网络在三月被列入名单之后仍继续活动，明知故犯为这些公司进行重大交易的银行本身也可能面临制裁。
克里姆林宫发言人拒绝就这些措施置评，首尔的分析人士则表示，这一宣布显示这类贸易正受到密切关注。"""
ENGLISH_LATER = """Prosecutors in Bratislava said on Friday that a man wanted abroad for brokering weapons had been
detained at a border crossing and would be brought before a judge over the weekend. His lawyer called the arrest
political and promised an appeal. Neighbours in the small town where he had lived for six years described a quiet
tenant who paid in cash and was rarely at home. Police took away two computers, a safe and several boxes of contracts,
according to a list read out to journalists. The justice minister, who had been questioned in parliament about the case
in the spring, told a radio station that extradition could take months and that no request had arrived so far."""
RUSSIAN_LATER = """
Прокуратура Братиславы сообщила в пятницу, что на границе задержан мужчина, которого за рубежом разыскивают за
посредничество в торговле оружием; в выходные он предстанет перед судьей. Адвокат назвал арест политическим и
пообещал обжаловать его. Соседи в небольшом городке, где он прожил шесть лет, описывают тихого жильца, который платил
наличными и редко бывал дома. Полиция изъяла два компьютера, сейф и несколько коробок с договорами. Министр юстиции,
которого весной спрашивали о деле в парламенте, сказал по радио, что выдача может занять месяцы."""
SPANISH = """
La fiscalía informó el martes de que un juez había ordenado el embargo de un yate amarrado en el puerto desde
el verano, cuya propiedad se atribuye a un empresario sancionado. Según el auto, la nave cambió de bandera tres veces
en dos años y figura a nombre de una sociedad sin empleados. El capitán aseguró que solo recibía órdenes por teléfono y
que desconocía quién pagaba las facturas. Los vecinos del muelle recuerdan fiestas hasta la madrugada y un helicóptero
que dejó de venir en febrero. El ayuntamiento reclama además una deuda por el amarre que supera los cien mil euros, y el
ministerio estudia si la nave puede venderse antes de que termine el proceso."""
ARABIC = """أعلنت وزارة المالية يوم الأربعاء فرض عقوبات على ثلاث شركات قالت إنها جزء من شبكة حاولت ترتيب صفقات سلاح بين
بلدين. وقال مسؤولون إن وسيطا عمل مع موظفين حكوميين للحصول على أكثر من عشرين نوعا من الأسلحة والذخائر مقابل طائرات مدنية
ومواد خام وبضائع. وأضافت الوزارة أن الشبكة واصلت عملها بعد قرار سابق صدر في مارس، وأن المصارف التي تنفذ عن علم معاملات
كبيرة لهذه الشركات قد تتعرض هي نفسها للعقوبات. ورفض متحدث التعليق على الإجراءات، فيما قال محللون إن الإعلان يظهر أن هذه
التجارة مراقبة عن كثب. ولم ترد الشركات على طلبات التعليق يوم الخميس."""
TEXTS = {"english": ENGLISH, "russian": RUSSIAN, "chinese": CHINESE, "spanish": SPANISH, "arabic": ARABIC}
