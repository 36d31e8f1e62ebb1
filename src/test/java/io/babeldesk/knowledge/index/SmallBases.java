package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import java.nio.file.Path;
import java.util.List;

/** Three articles in each language that is understood: what can be returned, how parcels come, and what is repaired. */
final class SmallBases {

    private static final List<String> IDS = List.of("shop/returns", "shop/delivery", "shop/repair");

    private static final String TEXTS = """
            en | Sending goods back | Most goods may be returned. Print the label and bring them to a branch.
            en | Shipping and tracking | The parcel travels by road. You follow it with the tracking number.
            en | Guarantee | A broken battery or a defective device is repaired by our workshop.
            de | Waren zurückschicken | Die meisten Waren dürfen Sie zurückgeben. Drucken Sie das Rücksendeetikett aus.
            de | Versand und Sendungsverfolgung | Das Paket fährt auf der Straße. Sie verfolgen es mit der Nummer.
            de | Gewährleistung | Ein kaputter Akku oder ein defektes Gerät wird in unserer Werkstatt repariert.
            fr | Renvoyer un produit | La plupart des produits peuvent être renvoyés. Imprimez l'étiquette de retour.
            fr | Expédition et suivi | Le colis voyage par la route. Suivez-le avec le numéro de suivi.
            fr | Garantie | Une batterie cassée ou un appareil défectueux est réparé par notre atelier.
            es | Devolver un artículo | Casi todos los artículos se pueden devolver. Imprima la etiqueta.
            es | Envío y seguimiento | El paquete viaja por carretera. Sígalo con el número de seguimiento.
            es | Garantía | Una batería rota o un aparato defectuoso se repara en nuestro taller.
            it | Restituire un articolo | Quasi tutti gli articoli si possono restituire. Stampate l'etichetta.
            it | Spedizione e tracciamento | Il pacco viaggia su strada. Lo seguite con il numero di tracciamento.
            it | Garanzia | Una batteria rotta o un apparecchio difettoso si ripara nella nostra officina.
            pt | Devolver um produto | Quase todos os produtos podem ser devolvidos. Imprima a etiqueta.
            pt | Envio e rastreamento | O pacote viaja por estrada. Acompanhe com o código de rastreamento.
            pt | Garantia | Uma bateria quebrada ou um aparelho com defeito é consertado em nossa oficina.
            ru | Возврат товара | Большинство товаров можно вернуть. Распечатайте наклейку.
            ru | Отправка и отслеживание | Посылка едет по дороге. Следите за ней по номеру.
            ru | Гарантия | Сломанный аккумулятор или неисправный прибор чинит наша мастерская.
            ar | إرجاع المنتجات | يمكن إرجاع معظم المنتجات. اطبع الملصق وسلّمه إلى الفرع.
            ar | الشحن والتتبع | يسافر الطرد برًا. تابع الطرد برقم التتبع.
            ar | الضمان | تُصلح ورشتنا البطارية المكسورة أو الجهاز المعطل.
            tr | Ürün iadesi | Ürünlerin çoğu iade edilebilir. Etiketi yazdırın ve şubeye götürün.
            tr | Gönderim ve kargo takibi | Paket karayoluyla gelir. Takip numarasıyla izleyin.
            tr | Garanti | Kırık bir pil veya arızalı bir cihaz atölyemizde onarılır.
            zh | 退货说明 | 大多数商品都可以退货。请打印面单并交到网点。
            zh | 物流查询 | 包裹通过公路运输。请用快递单号查询物流。
            zh | 质保 | 电池损坏或设备故障由我们的维修中心修理。
            ja | 返品について | ほとんどの商品は返品できます。ラベルを印刷してください。
            ja | 配送と追跡 | 荷物は陸路で届きます。追跡番号で確認できます。
            ja | 保証 | 壊れた電池や故障した機器は修理センターで直します。
            ko | 반품 안내 | 대부분의 상품은 반품할 수 있습니다. 라벨을 인쇄해 주세요.
            ko | 배송 조회 | 택배는 육로로 옵니다. 운송장 번호로 조회하세요.
            ko | 보증 | 고장 난 배터리나 기기는 수리 센터에서 고쳐 드립니다.
            nl | Artikelen terugsturen | De meeste artikelen mag u terugsturen. Print het etiket uit.
            nl | Verzending en volgen | Het pakket reist over de weg. U volgt het met het nummer.
            nl | Garantie | Een kapotte batterij of een defect apparaat wordt in onze werkplaats gerepareerd.
            pl | Zwrot towaru | Większość towarów można zwrócić. Wydrukuj etykietę.
            pl | Wysyłka i śledzenie | Paczka jedzie drogą. Śledzisz ją po numerze.
            pl | Gwarancja | Zepsuty akumulator lub uszkodzone urządzenie naprawia nasz warsztat.
            sv | Skicka tillbaka varor | De flesta varor får returneras. Skriv ut etiketten.
            sv | Frakt och spårning | Paketet åker på väg. Du följer det med numret.
            sv | Garanti | Ett trasigt batteri eller en defekt apparat repareras i vår verkstad.
            da | Returnering af varer | De fleste varer kan returneres. Udskriv etiketten.
            da | Forsendelse og sporing | Pakken kører på vejen. Du følger den med nummeret.
            da | Garanti | Et ødelagt batteri eller et defekt apparat repareres i vores værksted.
            no | Retur av varer | De fleste varer kan returneres. Skriv ut etiketten.
            no | Frakt og sporing | Pakken kjører på veien. Du følger den med nummeret.
            no | Garanti | Et ødelagt batteri eller et defekt apparat repareres i vårt verksted.
            fi | Tuotteiden palautus | Useimmat tuotteet voi palauttaa. Tulosta tarra.
            fi | Toimitus ja seuranta | Paketti kulkee maanteitse. Seuraat sitä numerolla.
            fi | Takuu | Rikkinäinen akku tai viallinen laite korjataan korjaamossamme.
            cs | Vrácení zboží | Většinu zboží lze vrátit. Vytiskněte štítek.
            cs | Doprava a sledování | Balík cestuje po silnici. Sledujete ho podle čísla.
            cs | Záruka | Rozbitou baterii nebo vadný přístroj opraví naše dílna.
            ro | Returnarea produselor | Majoritatea produselor pot fi returnate. Tipăriți eticheta.
            ro | Livrare și urmărire | Coletul călătorește pe șosea. Îl urmăriți cu numărul.
            ro | Garanție | O baterie stricată sau un aparat defect este reparat în atelierul nostru.
            hu | Áruk visszaküldése | A legtöbb áru visszaküldhető. Nyomtassa ki a címkét.
            hu | Szállítás és nyomkövetés | A csomag közúton utazik. A számmal követheti.
            hu | Jótállás | A törött akkumulátort vagy a hibás készüléket műhelyünk javítja.
            el | Επιστροφή προϊόντων | Τα περισσότερα προϊόντα επιστρέφονται. Εκτυπώστε την ετικέτα.
            el | Αποστολή και παρακολούθηση | Το δέμα ταξιδεύει οδικώς. Το παρακολουθείτε με τον αριθμό.
            el | Εγγύηση | Μια χαλασμένη μπαταρία ή μια ελαττωματική συσκευή επισκευάζεται στο συνεργείο μας.
            uk | Повернення товару | Більшість товарів можна повернути. Роздрукуйте наліпку.
            uk | Відправлення та відстеження | Посилка їде дорогою. Стежте за нею за номером.
            uk | Гарантія | Зламаний акумулятор або несправний прилад ремонтує наша майстерня.
            bg | Връщане на стоки | Повечето стоки могат да се върнат. Отпечатайте етикета.
            bg | Доставка и проследяване | Пратката пътува по шосе. Проследявате я с номера.
            bg | Гаранция | Счупена батерия или дефектен уред се ремонтира в нашия сервиз.
            he | החזרת מוצרים | רוב המוצרים ניתנים להחזרה. הדפיסו את המדבקה.
            he | משלוח ומעקב | החבילה נוסעת בכביש. עקבו אחריה לפי המספר.
            he | אחריות | סוללה שבורה או מכשיר פגום מתוקנים בבית המלאכה שלנו.
            fa | مرجوع کردن کالا | بیشتر کالاها را می‌توانید پس بفرستید. برچسب را چاپ کنید.
            fa | ارسال و رهگیری | بسته از راه جاده می‌رسد. با شماره آن را رهگیری کنید.
            fa | گارانتی | باتری خراب یا دستگاه معیوب در تعمیرگاه ما تعمیر می‌شود.
            hi | सामान लौटाना | ज़्यादातर सामान लौटाया जा सकता है। लेबल छापें।
            hi | डिलीवरी और ट्रैकिंग | पार्सल सड़क से आता है। नंबर से उसका पता लगाएँ।
            hi | वारंटी | टूटी बैटरी या खराब उपकरण हमारी कार्यशाला में ठीक होते हैं।
            bn | পণ্য ফেরত | বেশির ভাগ পণ্য ফেরত দেওয়া যায়। লেবেল ছাপুন।
            bn | ডেলিভারি ও ট্র্যাকিং | পার্সেল সড়কপথে আসে। নম্বর দিয়ে খোঁজ নিন।
            bn | ওয়ারেন্টি | ভাঙা ব্যাটারি বা নষ্ট যন্ত্র আমাদের কারখানায় মেরামত হয়।
            th | การคืนสินค้า | สินค้าส่วนใหญ่คืนได้ พิมพ์ใบปะหน้า
            th | การจัดส่งและติดตาม | พัสดุเดินทางทางถนน ติดตามด้วยหมายเลข
            th | การรับประกัน | แบตเตอรี่เสียหรือเครื่องชำรุดซ่อมที่ศูนย์ซ่อมของเรา
            vi | Trả lại hàng | Hầu hết hàng hóa có thể trả lại. Hãy in nhãn.
            vi | Giao hàng và theo dõi | Bưu kiện đi đường bộ. Theo dõi bằng mã số.
            vi | Bảo hành | Pin hỏng hoặc thiết bị lỗi được sửa tại xưởng của chúng tôi.
            id | Pengembalian barang | Sebagian besar barang dapat dikembalikan. Cetak labelnya.
            id | Pengiriman dan pelacakan | Paket dikirim lewat darat. Lacak dengan nomornya.
            id | Garansi | Baterai rusak atau perangkat cacat diperbaiki di bengkel kami.
            ms | Pemulangan barang | Kebanyakan barang boleh dipulangkan. Cetak label itu.
            ms | Penghantaran dan penjejakan | Bungkusan dihantar melalui jalan raya. Jejaki dengan nombornya.
            ms | Waranti | Bateri rosak atau peranti cacat dibaiki di bengkel kami.
            """;

    private SmallBases() {}

    static Edition in(Path root) {
        FolderOnDisk folder = FolderOnDisk.in(root).without(FolderOnDisk.ARTICLE);
        String language = "";
        int number = 0;
        for (String line : TEXTS.lines().toList()) {
            List<String> parts = List.of(line.split(" \\| ", -1));
            number = parts.getFirst().equals(language) ? number + 1 : 0;
            language = parts.getFirst();
            String id = IDS.get(number);
            folder.with(
                    "articles/" + id + "/" + language + ".md",
                    "---\nid: %s\ntitle: %s\ntags: [\"%s\"]\n---\n\n%s\n"
                            .formatted(id, parts.get(1), parts.get(2), parts.get(2)));
        }
        return folder.edition();
    }
}
