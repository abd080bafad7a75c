package org.acmconversation.engine;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;

/**
 * Keeps objects in variables as JSON only, and makes nothing of that JSON but plain values and collections. What an
 * older database may hold in Java's own format is not read either.
 */
class VariableGuard extends AbstractProcessEnginePlugin {

    private static final Set<String> PLAIN = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Number",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Character",
            "java.util.Date");

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection",
            "java.util.List",
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.Arrays$ArrayList",
            "java.util.Set",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.Map",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap");

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setDefaultSerializationFormat(SerializationDataFormats.JSON.getName());
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        // The engine's own validator allows all of java.lang and below, processes and reflection included.
        configuration.setDeserializationTypeValidator(type -> PLAIN.contains(type) || COLLECTIONS.contains(type));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        var serializers = configuration.getVariableSerializers();
        int place = serializers.getSerializerIndexByName(JavaObjectSerializer.NAME);
        serializers.removeSerializer(serializers.getSerializerByName(JavaObjectSerializer.NAME));
        serializers.addSerializer(new NoJavaSerialization(), place);
    }

    /** Keeps the place of the engine's own: Spin looks for it to come before it. */
    private static class NoJavaSerialization extends JavaObjectSerializer {

        @Override
        protected boolean canSerializeValue(Object value) {
            return false;
        }

        @Override
        protected byte[] serializeToByteArray(Object object) {
            throw off();
        }

        @Override
        protected Object deserializeFromByteArray(byte[] bytes, String type) {
            throw off();
        }

        private static BadUserRequestException off() {
            return new BadUserRequestException("Java's serialization is turned off");
        }
    }
}
