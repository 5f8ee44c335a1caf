metodbank.take("texts/1","7d5b526f",["","","","Продолжайте."])
