package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import java.nio.file.Path;
import java.util.List;

/** Three articles in each language: what can be returned, how parcels come, and what is repaired. */
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
