metodbank.take("texts/1","7cb8f48e",["С практики.","Утвердить.","",""])
